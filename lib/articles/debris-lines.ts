/** Labels: a longer line is none of them. */
const MAX_LABEL_CHARS = 200;

/** Labels that are never an article's, wherever they stand. Each pattern reads one whole line. */
const labels: readonly RegExp[] = [
  // Ad sizes and ad labels.
  /^\d{2,4}\s*[x×]\s*\d{2,4}$/i,
  /^[[(]?\s*(advert|advertisements?|ads?|sponsored( content)?|promoted|paid content|scroll to continue|(story|article|content) continues (below|after)( this| the)?( ad(vertisement)?)?|continue reading below|recommended videos?|featured video|anzeige|werbung|publicit[ée]|publicidad|anuncio|pubblicità|annons|annonce|reklame?|reklama|реклама|iklan|reklam|advertentie|mainos|إعلان|اعلان|آگهی|تبلیغات)\s*[\])]?[.:]?$/iu,
  // For whom it is.
  /^(((this|the) )?(article|story|content) (is )?)?(for )?subscribers only\.?$|^((article|contenu) )?réservé (aux|à nos) abonné[·.(]?e?s?[·.)]?s?\.?$|^(nur|exklusiv) für abonnent(en|innen und abonnenten)\.?$|^(contenido )?(exclusivo|sólo|solo) para suscriptores\.?$|^(contenuto )?riservato agli abbonati\.?$|^(alleen voor abonnees|endast för prenumeranter|(conteúdo )?exclusivo para assinantes)\.?$/iu,
  /^(for (use of the )?information media[.,;]? )?not an official (record|document)\.?$/i,
  // Image file names, gallery counters, clock times.
  /^\S*\b_?(img|dsc|dscn|mg|image|photo|pict|screenshot)[_-]?\d{2,}\S*$/i,
  /^\S+\.(jpe?g|png|gif|webp|svg)$/i,
  /^(\((photos?|fotos?|imag[e]s?|v[ií]deos?|audio|bild(er)?)\)\s*)+$/iu,
  /^(image|photo|slide|bild|foto|imagen|immagine)\s+\d+\s+(of|von|de|av|di|sur)\s+\d+$/i,
  /^\p{Nd}{1,2}\s?[:.h]\s?\p{Nd}{2}(:\p{Nd}{2})?\s*(uhr|h|am|pm|a\.m\.|p\.m\.|[a-z]{2,4}t|utc)?$/iu,
  // Left over from blog software and templates.
  /^%d\s+\S+.*:?$/,
  /^\[\/?[\w-]+( [^\]]*)?\](.*\[\/[\w-]+\])?$/,
  /^(like|gefällt mir|j’aime|me gusta)( this)?:?\s*(like|loading|wird geladen|chargement|cargando)?\s*(\.\.\.|…)?$/i,
  /^(loading|wird geladen|chargement|cargando|caricamento|laddar|در حال بارگذاری|جار التحميل)\s*(\.\.\.|…)?$/i,
  // Sharing, printing and following.
  /^((share|tweet|email|print|pin|copy link|whats ?app|facebook|twitter|x|linkedin|telegram|pinterest|reddit|messenger|teilen|partager|compartir|condividi|dela|delen|imprimer|imprimir|drucken|skriv ut|stampa|اشتراک(‌| )گذاری|به اشتراک بگذارید|چاپ|مشاركة|شارك|طباعة|поделиться)[\s,:|•·]*){1,8}$/iu,
  /^(share|tweet|teilen|teile|partage[rz]?|comparte|condividi|dela)\s+(sie\s+)?(this|the|on|via|with|it|auf|diesen|diese|sur|cet|en|esta|este|su|questo|den|på|il)\b.{0,60}$/iu,
  /^(print|save|listen to|email|rate|bookmark|like) (this|the) (article|story|page|post|report)\b.{0,60}$/i,
  /^(follow|find|like|join) (us|me|him|her|them) (on|at) .{0,120}$|^follow (us|@\w+)\b.{0,120}$/i,
  /^(folgen sie|suivez|síguenos|seguici|följ oss|volg ons|ما را در|تابعونا|تابعنا)(?![\p{L}]).{0,120}$/iu,
  /^(diesen? (artikel|beitrag|seite) (teilen|merken|drucken|kommentieren|anhören)|(artikel|seite) (teilen|merken|drucken|anhören|hören)|zur startseite|zurück|nach oben|zum seitenanfang|drucken|merken|vorlesen|écouter( l.article)?|ajouter à vos favoris|(partager|imprimer|envoyer) (l.|cet )article|réagir|imprimir( (esta|la) (página|noticia))?|escuchar|ascolta|stampa( (la|questa) pagina)?|lyssna|spara|skriv ut( sidan)?|lees voor|artikel opslaan|شنیدن|استمع|طباعة (الصفحة|الخبر|المقال)|چاپ (صفحه|خبر|مطلب))$/iu,
  /^(newsletter|zum newsletter|abonnieren sie|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti|abbonati|prenumerera|abonneer|schrijf (je|u) in|اشترك|خبرنامه|عضویت در)(?![\p{L}]).{0,120}$/iu,
  /^(no )?comments?( \(\d+\))?$|^(leave|post|add|write) (a|your) (comment|reply)\b.{0,40}$|^\d+ (comments?|kommentare?|commentaires?|comentarios|commenti|kommentarer)$/i,
  /^(view|see|show|read) (all |author |more |full )?(posts|archive|articles|stories|comments)( by| from)?\b.{0,60}$|^(email|contact) the author$/i,
];

/** Sentences that are never an article's. */
const sentences: readonly RegExp[] = [
  /_(mg|img|dsc)_?\d{2,}$/i,
  // Newsletters, subscriptions, apps, donations.
  /^(sign up|subscribe|register|get (the|our|access|your|more)|click here|download (the|our)|join our|want more|enjoying this|already a (subscriber|member))\b.{0,200}\b(newsletters?|inbox|alerts?|youtube|podcasts?|channel|(news|our) app)\b.{0,120}$/i,
  /\b(click(ing)? here to (subscribe|sign up)|sign up for (our|the [^.]{0,30}newsletter)|delivered (straight |right |directly )?(to|in) your inbox|subscribe to our)\b/i,
  /\b(support|donate|contribut\w+|become a (member|supporter|patron))\b.{0,60}\b(our|independent) (journalism|newsroom|reporting|work)\b|\bkeep (our|this) \w+ free\b|\bcontribut\w+ (of )?as little as\b/i,
  /^(this|our|the) newsletter may contain\b/i,
  /\bwe may (earn|receive|get) (an? |some )?(affiliate )?(commission|compensation|payment)/i,
  // Rights, comments, archives and tags.
  /^[-–—•>\s]*(copyright|©|\(c\)|ⓒ|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|med ensamrätt|alla rättigheter|تمامی حقوق|کلیه حقوق|جميع الحقوق)(?![\p{L}]).{0,250}$/iu,
  /\b(all rights reserved|subject to copyright|reprinted (by|with) permission|(may not|not to) be (published|reproduced|redistributed)|without (the )?(prior |written |express )*permission of the (publisher|copyright))\b/i,
  /^(all )?comments (are|will be) (moderated|closed|disabled|reviewed)\b.*$|^(name|e-?mail|website|required)(, will not be published| \(required\)|\s?\*)?$|^join the (conversation|discussion)\b.{0,20}$|^(tell us|let us know) what you think\b.{0,40}$/i,
  /^(filed under|posted in|tagged( with)?|tags?|topics?|categories|category|keywords|schlagworte|themen|mots-clés|étiquettes|etiquetas|temas|argomenti|ämnen|برچسب‌?(‌ها|ها)?|الوسوم|كلمات مفتاحية|کلمات کلیدی)\s*[:|].{0,200}$/iu,
];

/** Whether a line belongs to the page's furniture and not to the article. */
export function isDebrisLine(line: string): boolean {
  if (line.length <= MAX_LABEL_CHARS && labels.some((pattern) => pattern.test(line))) return true;
  return line.length < 600 && sentences.some((pattern) => pattern.test(line));
}
