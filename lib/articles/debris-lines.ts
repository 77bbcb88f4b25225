/** Lines that are never an article's, wherever they stand. Each pattern reads one whole line. */
const anywhere: readonly RegExp[] = [
  // Ad sizes and ad labels.
  /^\d{2,4}\s*[x×]\s*\d{2,4}$/i,
  /^[[(]?\s*(advert|advertisements?|ads?|sponsored( content)?|promoted|paid content|scroll to continue|(story|article|content) continues (below|after)( this| the)?( ad(vertisement)?)?|continue reading below|recommended videos?|featured video|anzeige|werbung|publicit[ée]|publicidad|anuncio|pubblicità|annons|annonce|reklame?|reklama|реклама|iklan|reklam|advertentie|mainos|إعلان|اعلان|آگهی|تبلیغات)\s*[\])]?[.:]?$/iu,
  // Image file names and gallery counters.
  /^\S*\b_?(img|dsc|dscn|mg|image|photo|pict|screenshot)[_-]?\d{2,}\S*$/i,
  /^\S+\.(jpe?g|png|gif|webp|svg)$/i,
  /^(image|photo|slide|bild|foto)\s+\d+\s+(of|von|de|av|di)\s+\d+$/i,
  /_(mg|img|dsc)_?\d{2,}$/i,
  // Left over from blog software and templates.
  /^%d\s+\S+.*:?$/,
  /^\[\/?[\w-]+( [^\]]*)?\](.*\[\/[\w-]+\])?$/,
  /^(like|gefällt mir|j’aime|me gusta)( this)?:?\s*(like|loading|wird geladen|chargement|cargando)?\s*(\.\.\.|…)?$/i,
  /^(loading|wird geladen|chargement|cargando|caricamento|laddar|در حال بارگذاری|جار التحميل)\s*(\.\.\.|…)?$/i,
  // Sharing and following.
  /^((share|tweet|email|print|pin|copy link|whats ?app|facebook|twitter|x|linkedin|telegram|pinterest|reddit|messenger|teilen|partager|compartir|condividi|dela|delen|imprimer|imprimir|drucken|skriv ut|stampa|اشتراک(‌| )گذاری|به اشتراک بگذارید|چاپ|مشاركة|شارك|طباعة|поделиться)[\s,:|•·]*){1,8}$/iu,
  /^(share|tweet|teilen|teile|partage[rz]?|comparte|condividi|dela)\s+(sie\s+)?(this|the|on|via|with|it|auf|diesen|diese|sur|cet|en|esta|este|su|questo|den|på|il)\b.{0,60}$/iu,
  /^(follow|find|like|join) (us|me|him|her|them|@?\w+( \w+)?) (on|at) .{0,120}$/i,
  /^(folgen sie|suivez|síguenos|seguici|följ oss|volg ons|ما را در|تابعونا|تابعنا)\b.{0,120}$/iu,
  /^like this (story|article)\? share it.{0,60}$/i,
  /^(diesen? (artikel|beitrag) (teilen|merken|drucken|kommentieren|anhören)|artikel (teilen|merken|drucken|anhören|hören)|zur startseite|zurück|nach oben|zum seitenanfang|drucken|merken|vorlesen|écouter( l.article)?|ajouter à vos favoris|partager l.article|réagir|imprimir|escuchar|ascolta|stampa|lyssna|spara|lees voor|artikel opslaan|شنیدن|استمع)$/iu,
  // Newsletters, subscriptions, apps, donations.
  /^(sign up|subscribe|register|get (the|our|access|your|more)|click here|download (the|our)|join our|want more|enjoying this|already a (subscriber|member))\b.{0,200}\b(newsletters?|inbox|alerts?|on the go|youtube|podcasts?|channel|forums?|(our|news) app)\b.{0,120}$/i,
  /\b(click here to (subscribe|sign up)|sign up for (our|the [^.]{0,30}newsletter)|delivered (straight |right |directly )?(to|in) your inbox|subscribe to our|support our (journalism|newsroom|work)|contribut(e|ing|ion of) as little as)\b/i,
  /^(newsletter|zum newsletter|abonnieren sie|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríbete|iscriviti|prenumerera|abonneer|schrijf je in|اشترك|خبرنامه|عضویت در)(?![\p{L}]).{0,120}$/iu,
  /\bwe may (earn|receive|get) (an? |some )?(affiliate )?(commission|compensation|payment)/i,
  /^(this|our) newsletter may contain\b/i,
  // Rights, comments, archives and tags.
  /^[-–—•>\s]*(copyright|©|\(c\)|ⓒ|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|med ensamrätt|alla rättigheter|تمامی حقوق|کلیه حقوق|جميع الحقوق)(?![\p{L}]).{0,250}$/iu,
  /\b(all rights reserved|may not be (published|reproduced)[^.]{0,40}(broadcast|distributed|rewritten|republished))\b/i,
  /^(no )?comments?( \(\d+\))?$|^(leave|post|add|write) (a|your) (comment|reply)\b.{0,40}$|^\d+ (comments?|kommentare?|commentaires?|comentarios|commenti|kommentarer)$/i,
  /^all comments are moderated\b.*$|^required(, will not be published)?$|^join the (conversation|discussion)\b.{0,20}$/i,
  /^(view|see) (all |author |more )?(posts|archive|articles|stories|photos|comments)( by| from)?\b.{0,60}$/i,
  /^(email the author|follow on twitter|view author archive|view comments?|show comments?|read (the )?full (story|article).{0,30})$/i,
  /^(filed under|posted in|tagged( with)?|tags?|topics?|categories|category|keywords|schlagworte|themen|mots-clés|étiquettes|etiquetas|temas|argomenti|ämnen|برچسب‌?(‌ها|ها)?|الوسوم|كلمات مفتاحية|کلمات کلیدی)\s*[:|].{0,200}$/iu,
];

/** Whether a line belongs to the page's furniture and not to the article. */
export function isDebrisLine(line: string): boolean {
  return line.length < 600 && anywhere.some((pattern) => pattern.test(line));
}

const caption =
  /\((ap photo|ap|afp|reuters|getty images?|photos?|foto|photo by|image|credit|courtesy|via)[^)]{0,80}\)\s*$|\b(ap photo\/|getty images|afp via|reuters\/|file photo|this (undated )?(file |handout )?photo\b|image credit|photo(graph)? (by|credit|courtesy):?|photos?:|foto:|photo :|bildnachweis|bildrechte|bild(quelle)?:|©\s?(dpa|afp|ap|epa|imago|getty|reuters)|\((?:dpa|afp|epa|imago)[^)]{0,40}\)$|crédits? photo|(photo|image|picture) ?: ?\p{L}|عکس:|تصویر:|\(شترستوك|شاترستوك)|©\s*\p{L}[^.]{0,60}$/iu;

/** Whether a line describes a picture or names who took it. */
export function isCaption(line: string): boolean {
  return line.length < 420 && caption.test(line);
}

const credit: readonly RegExp[] = [
  /^[([]?\s*(additional |original )?(reporting|report|writing|editing|written|edited|compiled|translated|production|graphics?|photos?|photographs?|video) (and (writing|editing|reporting) )?(by|from|in) .{2,250}$/i,
  /^([Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Dd]oor|[Aa]f|Tekst|Texte|Texto|Testo|Text|نویسنده|گزارش(گر)?|بقلم|كتب|إعداد|ترجمه)\s*:?\s+(\p{Lu}|[\p{Script=Arabic}])[^.!?]{2,70}$/u,
  /^(by|von|par|por|di|av|door|af)\s.{0,30}(desk|staff|team|correspondents?|newsroom|reporters?|bureau|redak\p{L}+|redac\p{L}+|rédac\p{L}+|redaz\p{L}+)\b[^.!?]{0,60}$/iu,
  /^[^.]{2,200}\b(contributed (reporting|to this (report|article|story)|research)|contributing (writer|reporting)s?)\b.{0,60}\.?$/i,
  /^(source|sources|quellen?|mit material von|fuente|fonte|källa|bron|via|منبع|المصدر|reporter|author|editor|autor)s?\s*[:：]\s*.{1,100}$/iu,
  /^via \S.{0,40}$/i,
  /^(reach|contact|email|e-mail|write to|follow|have a tip|got a tip|do you have|send (us|your)|with a tip|read more|for more|more (stories|from|on|articles)|citation|the post |includes information from|material from|information from|read the original)\b.{0,420}$/i,
  /^.{0,80}\b(can be reached (at|via|on)|may be reached at|on twitter:?|on x:?|@\w{3,}) .{0,120}$/i,
  /^(published|posted|updated|last (updated|modified)|first published|created|publié|mis à jour|veröffentlicht|aktualisiert|stand|publicado|actualizado|pubblicato|aggiornato|publicerad|uppdaterad|gepubliceerd|تاریخ انتشار|تاريخ النشر|نُشر|به‌روزرسانی)(\s+(on|at|in|le|am|el|il|den|den|op))?\s*:?\s*.{0,80}$/iu,
  /^[^\p{L}]{0,40}(posted by|published by|publicado por|escrito por|veröffentlicht von|publié par|pubblicato da)\b.{0,80}$/iu,
  /^this document is subject to copyright\b/i,
  /^(this|the) (story|article|post|piece|column) (was |is )?(originally |first |also )?(appeared|appears|(originally )?published \p{L}+ \d|featured|cross-posted)\b/iu,
  /^(a version of this (article|story)|cross-posted|more information:)/i,
  /\bdoi:? ?10\.\d{4}/i,
  /^(\p{Lu}\S+ ){1,4}((writes|covers|reports|blogs) (about|for|on)|currently works)\b/u,
  /^(\p{L}+ ){0,3}(\p{Lu}\S+ ){2,4}has covered\b/u,
  /\bclick here for (more|full|further)\b/i,
  /^(\p{Lu}\S+ ){1,4}(is|was|has been) (an?|the|\S+[’']s)\b.{0,80}\b(reporter|editor|writer|journalist|columnist|correspondent|contribut\p{L}+|author|freelancer|fellow|professor|analyst)\b/u,
  /^_{2,}$/,
  /^[-–—*#•.\s_=]{1,40}$/,
];

/** Bylines, credits and dates: not the article's where they stand at its head or its end. */
export function isCredit(line: string): boolean {
  return line.length < 450 && credit.some((pattern) => pattern.test(line));
}

const datePatterns =
  /^(\p{L}{2,12},?\s+)?(\d{1,2}[./ -]|\p{L}{3,10}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+)(\p{L}{3,10}\.?|\d{1,2})?[\s,./-]*(19|20)\d{2}\b.{0,50}$|^[\d۰-۹٠-٩]{1,4}[\s/.-]+(\p{L}+|[\d۰-۹٠-٩]{1,2})[\s/.-]+[\d۰-۹٠-٩]{1,4}.{0,40}$|^\d+ (min(ute)?s?|hours?|days?|weeks?|months?|years?) (ago|read)$|^\d+[ -]min(ute)?s?( read)?$/iu;

/** Whether a line is only a date or an age ("2 hours ago"). */
export function isDateLine(line: string): boolean {
  return line.length < 90 && datePatterns.test(line);
}

const pointer =
  /^[-–—•>»▶►(\s​]*(related|related (article|story|stories|news|content|coverage|post|posts|topics?|video|link)s?|(read|see|watch|learn|find|hear|view) (more|also|next|now|here|this)|also (read|see|on|watch)|also|more|more on|next|up next|don.t miss|must read|recommended|you (may|might) (also )?like|opinion|watch|video|listen|explainer|analysis|in pictures|further reading|trending|lesen sie (auch|mehr|hier)|lesen sie|mehr (zum thema|dazu)|siehe auch|auch interessant|mehr|lire (aussi|également)|à lire( aussi)?|voir aussi|à voir|sur le même sujet|lea (también|más)|leer (también|más)|te puede interesar|ver (también|más)|más (información|noticias)|leia (também|mais)|veja (também|mais)|saiba mais|leggi anche|leggi|vedi anche|potrebbe interessarti|läs (också|även|mer)|se också|les også|læs også|lees (ook|meer)|bekijk ook|بیشتر بخوانید|بیشتر|مطالب مرتبط|همچنین بخوانید|بخوانید|در همین زمینه|اقرأ (أيضا|أيضاً|ايضا|المزيد)|طالع أيضا|مواضيع (ذات صلة|متعلقة)|читайте (также|ещё|еще)|смотрите также|по теме|ayrıca okuyun|i̇lgili|czytaj (także|też|więcej)|zobacz (także|też))\s*[:：|–—-]?/iu;

/** Whether a line begins as a pointer to another article does ("Related:", "Lire aussi"). */
export function isPointer(line: string): boolean {
  return line.length < 260 && pointer.test(line);
}

/** Whether a heading opens a list of other articles or the comments: nothing of the article follows. */
export function opensRest(line: string): boolean {
  return (
    line.length < 90 &&
    /^((more|related|also|read|mehr|plus|más|altro|mer|بیشتر|المزيد)\s*:?$|you (may|might) (also )?(like|enjoy|be interested)|more (great |from |stories|on |news|articles|coverage|like|top)|related( (articles|stories|posts|news|content|coverage|topics|links|reading|videos?))?\b|recommended|read (more|next|also)|most (read|popular|viewed)|latest (news|stories|from)|trending|popular|comments?$|\d+ comments?|tell us what|leave a (reply|comment)|post (your|a) comment|join the (conversation|discussion)|about the author|editors?['’]? recommendations|best of |visual stories|see also|further reading|photo credits?|what to read next|discover (more|stories)|from the .{4,30} edition|stay (connected|informed|up)|follow us|share this|sign up|subscribe|newsletter|filed under|mehr (zum thema|aus|von)|lesen sie auch|auch interessant|das könnte (sie|dich)|kommentare?$|à lire (aussi|également)|lire aussi|sur le même (sujet|thème)|articles (liés|similaires)|commentaires?$|te puede interesar|noticias relacionadas|artículos relacionados|comentarios?$|lea también|leia também|potrebbe(ro)? interessarti|articoli correlati|leggi anche|commenti$|läs (mer|också|även)|relaterat|mest läst|kommentarer$|lees ook|meer over|مطالب مرتبط|اخبار مرتبط|بیشتر بخوانید|پربازدید|نظرات|دیدگاه|اقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|أخبار ذات صلة|الأكثر قراءة|التعليقات|самые популярные|читайте также|по теме|комментарии)/iu.test(
      line,
    )
  );
}
