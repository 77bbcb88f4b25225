const pointer =
  /^[-–—•>»▶►(\s​]*(related|related (article|story|stories|news|content|coverage|post|posts|topics?|video|link)s?|(read|see|watch|learn|find|hear|view) (more|also|next|now|here|this)|also (read|see|on|watch)|also|more|more on|next|up next|don.t miss|must read|recommended|you (may|might) (also )?like|opinion|watch|video|listen|explainer|analysis|in pictures|further reading|trending|lesen sie (auch|mehr|hier)|lesen sie|mehr (zum thema|dazu)|siehe auch|auch interessant|mehr|lire (aussi|également)|[aà] lire( aussi)?|voir aussi|à voir|sur le même sujet|lea (también|más)|leer (también|más)|te puede interesar|ver (también|más)|más (información|noticias)|leia (também|mais)|veja (também|mais)|saiba mais|leggi anche|leggi|vedi anche|potrebbe interessarti|läs (också|även|mer)|se också|les også|læs også|lees (ook|meer)|bekijk ook|بیشتر بخوانید|بیشتر|مطالب مرتبط|همچنین بخوانید|بخوانید|در همین زمینه|اقرأ (أيضا|أيضاً|ايضا|المزيد)|طالع أيضا|مواضيع (ذات صلة|متعلقة)|читайте (также|ещё|еще)|смотрите также|по теме|ayrıca okuyun|i̇lgili|czytaj (także|też|więcej)|zobacz (także|też))\s*[:：|–—-]?/iu;

/** Whether a line begins as a pointer to another article does ("Related:", "Lire aussi"). */
export function isPointer(line: string): boolean {
  return line.length < 260 && pointer.test(line);
}

/** Whether a heading opens a list of other articles or the comments: nothing of the article follows. */
export function opensRest(line: string): boolean {
  return (
    line.length < 90 &&
    /^((press ?|presse|media ?)?(kontakt(e|er)?|contacts?)( presse)?\s*:?$|contacto( de prensa)?\s*:?$|contatti( stampa)?\s*:?$|(more|related|also|read|mehr|plus|más|altro|mer|بیشتر|المزيد)\s*:?$|you (may|might) (also )?(like|enjoy|be interested)|more (great |from |stories|on |news|articles|coverage|like|top)|related( (articles|stories|posts|news|content|coverage|topics|links|reading|videos?))?\b|recommended|read (more|next|also)|most (read|popular|viewed)|latest (news|stories|from)|trending|popular|comments?$|\d+ comments?|leave a (reply|comment)|post (your|a) comment|join the (conversation|discussion)|about the author|editors?['’]? recommendations|see also|further reading|photo credits?|what to read next|discover (more|stories)|follow us|share this|sign up|subscribe|newsletter|filed under|mehr (zum thema|aus|von)|lesen sie auch|auch interessant|das könnte (sie|dich)|kommentare?$|[aà] lire (aussi|également)|lire aussi|sur le même (sujet|thème)|articles (liés|similaires)|commentaires?$|te puede interesar|noticias relacionadas|artículos relacionados|comentarios?$|lea también|leia também|potrebbe(ro)? interessarti|articoli correlati|leggi anche|commenti$|läs (mer|också|även)|relaterat|mest läst|kommentarer$|lees ook|meer over|مطالب مرتبط|اخبار مرتبط|بیشتر بخوانید|پربازدید|نظرات|دیدگاه|اقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|التعليقات|самые популярные|читайте также|по теме|комментарии)/iu.test(
      line,
    )
  );
}
