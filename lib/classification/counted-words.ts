import type { FactWords } from './ordinal-words.ts';

/** What tells whom a number counts: those who do something today, or persons whom no noun names. */
export const COUNTED_WORDS: FactWords = {
  /** Those counted live: they sit in a parliament, sign, remember, testify, mourn. */
  living: {
    en: 'written|wrote|emailed|tweeted|posted|saw the|have seen|have visited|visited|walked|walk from|carried|carry|held up|attend|attends|listened|listen|crowd|crowds|viewed|streamed|followed the|chanted|chanting|waved|packed|turned out|in the streets|in the audience|took to|commemorated|mourned|mourn|remember them|honoured|paid tribute|prayed|parliament|parliamentary|parliamentarians|congress|senate|house of|commons|assembly|council|bundestag|knesset|signed|sign|signatories|survived|survivors|survivor|came out alive|got out alive|outlived|outlasted|testified|testify|testifying|testimony|witness|witnesses|gave evidence|giving evidence|were inside|living in|now living|in exile|exiles|families|relatives|bereaved|mothers|lawmakers|legislators|senators|deputies|jurists|laureates|academics|scholars|experts|mayors|attended|attending|gathered|met in|met at|lay down|marched|rallied|demonstrated|protested|took part|lit candles|light candles|mourners|marchers|stood in|stand in|came to|visitors|joined|residents|assembled|filled the|lined the|petition|spectators|audience|listeners|viewers|readers|interviewed|interviews|interviewees|heard from|have been heard|are being heard|were heard|speak of|spoke of|urge|urged|urges|called on|call on|calls on|demanded|demand|demands|appealed|took to the streets|watched|applauded|funeral|funerals|refugees|laid flowers|laid carnations|placed flowers|were allowed to|were invited|were moved to tears',
    fr: 'écrit|écrivent|ont vu|visité|ont marché|marchaient|portaient|écouter|écoutent|écouté|foule|dans les rues|battu le pavé|commémoré|rendu hommage|prié|se recueillir|recueillis|spectateurs|auditeurs|assistaient|parlement|parlementaires|assemblée|sénat|sénateurs|députés|élus|eurodéputés|signé|signent|signataires|survécu|survivants|rescapés|témoigné|témoignent|témoins|familles|proches|parents de|mères|défilé|défilent|rassemblés|rassemblées|se sont rassemblé*|réunis|manifesté|manifestent|participé|participants|exilés|en exil|juristes|experts|maires|sortis vivants|sont sortis vivants|entendus|interrogés|demandent|appellent|réclament|allumé|bougies|venus|assisté|recueilli*|obsèques|funérailles|réfugiés|déposé|ont déposé|invités',
    de: 'trafen sich|fanden sich|geschrieben|schrieben|sahen|besucht*|gingen|liefen|trugen|Kundgebung*|hörten|zuhörten|lauschten|Menge|auf die Straße|auf der Straße|Zuschauer*|Zuhörer*|gedenken|marschierten|beteten|skandierten|protestierten|verfolgten|Bundestag*|Landtag*|Parlament*|Abgeordnet*|Nationalrat*|unterzeichnet*|unterschrieben*|Unterzeichner*|überlebt*|Überlebend*|bezeugt*|Zeugen|Zeuginnen|ausgesagt|Angehörige*|Familien|Mütter|Exiliraner*|im Exil|demonstriert*|versammelt*|versammelten|teilgenommen|nahmen teil|Teilnehm*|zogen durch|gedachten|kamen zu|Juristen|Experten|Bürgermeister*|befragt*|Interviews|lebend davon|zündeten|Besucher*|fordern|forderten|verlangen|Beerdigung|Begräbnis|Beisetzung|Flüchtlinge|Geflüchtete|legten|Trauergäste|eingeladen|gedacht',
    sv: 'möttes|mötte upp|träffades|slöt upp|skrivit|skrev|såg|besökte|bar|gick i|lyssnade|lyssnar|folkmassa*|på gatorna|åhörare|åskådare|bad|marscherade|manifesterade|sörjde|sörjer|mindes|från Norra|riksdag*|parlament*|ledamöter|skrivit under|undertecknat|undertecknare|överlevt|överlevare|överlevande|vittnat|vittnar|vittnen|anhöriga|familjer|mödrar|exiliranier|i exil|demonstrerade|samlades|gick från|deltog|deltagare|tågade|tände|ljus|hedrade|jurister|experter|intervjuade|kräver|krävde|uppmanar|besökare|svenskiranier|begravning*|flyktingar|lade ner|lade blommor|inbjudna',
    no: 'møttes|møtte opp|møtte frem|møtt opp|møtte fram|skrevet|skrev|så|besøkte|bar|gikk i|lyttet|lytter|folkemengde*|i gatene|tilhørere|tilskuere|marsjerte|sørget|mintes|minnes|hedret|storting*|parlament*|representanter|signert|underskrevet|undertegnet|overlevd*|overlevende|vitnet|vitner|pårørende|familier|mødre|i eksil|eksiliranere|demonstrerte|samlet seg|deltok|deltakere|gikk i tog|gikk fra|tente|jurister|eksperter|intervjuet|krever|krevde|ber om|norskiranere|begravelse*|flyktninger|la ned|inviterte',
    da: 'mødtes|mødte op|mødt op|mødte frem|skrevet|skrev|så|besøgte|bar|gik i|lyttede|lytter|folkemængde*|i gaderne|tilhørere|tilskuere|marcherede|sørgede|mindedes|hædrede|folketing*|parlament*|underskrevet|underskrev|overlevede|overlevende|vidnede|vidnet|vidner|pårørende|familier|mødre|i eksil|eksiliranere|demonstrerede|samledes|deltog|deltagere|gik i optog|tændte|jurister|eksperter|interviewet|kræver|krævede|opfordrer|begravelse*|flygtninge|nedlagde|lagde blomster|inviterede',
    es: 'escrito|escribieron|vieron|visitaron|caminaron|llevaban|portaban|escucharon|multitud|en las calles|salieron a la calle|espectadores|oyentes|rindieron homenaje|recordaron|rezaron|desfilaron|se manifestaron|protestaron|parlamento|parlamentarios|congreso|senado|senadores|diputados|asamblea|firmaron|firman|firmantes|firmada|sobrevivieron|sobrevivientes|supervivientes|testificaron|declararon|testigos|familiares|familias|madres|exiliados|en el exilio|se concentraron|marcharon|se reunieron|participaron|asistieron|manifestaron|juristas|expertos|alcaldes|entrevistados|salieron con vida|piden|pidieron|exigen|exigieron|encendieron|velas|entierro|funeral|funerales|sepelio|refugiados|depositaron|invitados|recordado',
    it: 'scritto|scrissero|visto|visitato|hanno camminato|portavano|ascoltato|ascoltano|folla|nelle strade|in piazza|spettatori|ascoltatori|reso omaggio|ricordano|pregato|marciato|protestato|hanno sfilato|parlamento|parlamentari|deputati|senatori|senato|camera|assemblea|firmato|firmano|firmatari|firmata|sopravvissut*|testimoniato|testimoni|familiari|famiglie|parenti|madri|esuli|in esilio|manifestato|riuniti|riunite|sfilato|partecipato|partecipanti|giuristi|esperti|sindaci|intervistat*|usciti vivi|chiedono|hanno chiesto|acceso|candele|funerale|funerali|esequie|rifugiati|deposto|deposero|invitati|ricordato|ricordare|commemorato',
    nl: 'kwamen bijeen|bijeen|geschreven|schreven|zagen|bezochten|liepen|droegen|luisterden|menigte|de straat op|op straat|toeschouwers|toehoorders|herdachten|baden|trokken|protesteerden|marcheerden|parlement*|kamer|Kamerleden|senatoren|ondertekend|ondertekenden|ondertekenaars|overleefd*|overlevenden|getuigd|getuigen|getuigden|nabestaanden|families|familieleden|moeders|ballingen|in ballingschap|verzamelden|betoogden|demonstreerden|namen deel|deelnemers|liepen mee|juristen|experts|burgemeesters|geïnterviewd*|roepen|riepen|eisen|vragen|staken|kaarsen|begrafenis|uitvaart|vluchtelingen|legden|genodigden|herdacht',
    tr: 'yazdı*|gördü|ziyaret*|yürüdü*|taşıdı*|dinle*|kalabalık*|sokaklar*|sokağa|izleyici*|anıyor|andı|protesto*|slogan*|meclis*|parlamento*|milletvekil*|senatör*|imzala*|imzacı*|hayatta kal*|sağ kurtul*|kurtulan*|tanık*|ifade ver*|aile*|yakınları*|yakınlar*|anneler*|sürgün*|toplan*|yürü*|gösteri*|katıl*|mum*|hukukçu*|uzman*|çağrı*|talep*|cenaze*|mülteci*|bırak*|davetli*',
    ru: 'написал*|увидел*|посетил*|несли|слушал*|толп*|на улиц*|зрител*|слушател*|почтил*|молил*|прошл*|протестовал*|скандировал*|парламент*|депутат*|сенатор*|собрани*|подписал*|подписавш*|выжил*|выживш*|уцелел*|уцелевш*|свидетел*|показани*|родственник*|семей|семьи|матери|в изгнании|эмигрант*|собрал*|вышли|участник*|участвовал*|митинг*|зажгли|свеч*|юрист*|эксперт*|опрошен*|призвал*|потребовал*|требуют|похорон*|беженц*|возложил*|приглашенн*|приглашённ*',
    fa: 'نوشتند|دیدند|بازدید*|حمل کردند|در دست|گوش|جمعیت|خیابان*|تماشاگر*|به خیابان|یاد کردند|شعار*|گرامی|نماینده|نمایندگان|مجلس|پارلمان|سناتور*|امضا*|بازمانده|بازماندگان|جان به در*|جان بدر*|زنده مانده*|نجات یافته*|شاهد|شاهدان|شهادت دادند|خانواده*|بستگان|مادران|پدران|تبعیدی*|در تبعید|تجمع|گرد آمدند|راهپیمایی|شرکت کردند|شمع|حقوقدان*|کارشناس*|خواستند|مصاحبه*|گفتگو*|ایرانیان مقیم|خاکسپاری|تشییع|مراسم ختم|پناهنده*|پناهجو*|گرامی داشتن',
    ar: 'كتب*|شاهدوا|زاروا|زار*|ساروا|حملوا|استمع*|حشد|حشود|الشوارع|شوارع|المتفرجين|هتف*|أحيوا|صلى|احتشد*|برلمان*|البرلمان|نواب|النواب|مجلس|وقع*|الموقعون|موقعون|ناج*|الناجين|ناجون|نجوا|شهود|شاهد*|شهادة|عائلات|أسر|عوائل|ذوي|أقارب|أمهات|المنفى|منفى|تجمع*|تظاهر*|شارك*|مشاركين|شموع|حقوقيين|خبراء|طالب*|يطالب*|دعا|دعوا|مقابلات|جنازة|تشييع|لاجئ*|وضعوا',
    fi: 'parlamen*|kansanedustaj*|eduskun*|allekirjoit*|selvin*|selviyty*|eloonjään*|todist*|omais*|perhei*|äidit|maanpaossa|mielenosoit*|kokoontu*|osallistu*|kynttil*|asiantuntij*',
    pl: 'parlament*|posł*|senator*|sejm*|podpisał*|sygnatariusz*|przeżyl*|ocala*|ocalel*|świadk*|zeznawal*|rodzin*|krewn*|matki|na emigracji|demonstr*|zebral*|uczestni*|świec*|prawnik*|ekspert*',
  },
  /** Between a crowd and the killings that it is against; in Turkish it stands behind them. */
  against: {
    en: 'against',
    fr: 'contre',
    de: 'gegen|wider',
    sv: 'mot',
    no: 'mot|imot',
    da: 'mod|imod',
    es: 'contra|en contra de',
    it: 'contro',
    nl: 'tegen',
    tr: 'karşı|protesto*',
    ru: 'против',
    fa: 'علیه|بر ضد|ضد',
    ar: 'ضد',
    fi: 'vastaan',
    pl: 'przeciw|przeciwko',
  },
  /** Prisoners who are none any more. */
  former: {
    en: 'former|ex|one time|released|freed',
    fr: 'anciens|anciennes|ex|ancien',
    de: 'ehemalige*|frühere*|Ex',
    sv: 'före detta|tidigare|f d|forna',
    no: 'tidligere|eks',
    da: 'tidligere|eks',
    es: 'ex|antiguos|expresos|exprisioneros',
    it: 'ex',
    nl: 'voormalige|ex|oud',
    tr: 'eski',
    ru: 'бывши*|экс',
    fa: 'زندانی سابق|زندانیان سابق|از زندانیان سابق',
    ar: 'سابق|سابقا|سابقين|السابقين',
    fi: 'entis*',
    pl: 'był*|byli',
  },
  /** Where the verb comes first. */
  'gathered-before': {
    es: 'visitada por|visitado por|en presencia de|multitud de|público de|vista por|visto por|asistieron|participaron|firmaron|acudieron|reunió a|entrevistó a|se concentraron|se reunieron|firmada por|firmado por',
    fr: 'visitée par|visité par|en présence de|foule de|public de|vu par|lu par|signé par|signée par|a réuni|réunissait|interroge|interrogé',
    en: 'visited by|crowd of|audience of|a gathering of|seen by|watched by|read by|heard by|viewed by|joined by|drawing|attracted|signed by|attended by|interviews with|interviewed|statements by|statements of|accounts of|testimonies of|testimony of|drew',
    de: 'besucht von|in Anwesenheit von|Menge von|gesehen von|versammelten sich|kamen|demonstrierten|gedachten|nahmen|unterschrieben von|unterzeichnet von|Interviews mit',
    it: 'visitata da|visitato da|alla presenza di|folla di|pubblico di|vista da|visto da|firmato da|firmata da|hanno firmato|intervista',
    ar: 'زاره|زارها|حضره|حضرها|حضور|حشد من|وقع|وقعه|وقعها|تجمع|شارك|تظاهر|طالب|دعا|حضر|احتشد|جمع|أضاء',
    ru: 'посетили|посетило|в присутствии|толпа в|собрал|собрала|собралось|вышли|пришли|подписали|опросил*',
    sv: 'besökt av|besökts av|folkmassa på|sedd av|setts av|publik på|undertecknat av|undertecknad av|samlades|intervjuat|intervjuer med',
    no: 'besøkt av|folkemengde på|sett av|publikum på|undertegnet av|signert av|samlet|intervjuer med',
    da: 'besøgt af|folkemængde på|set af|publikum på|underskrevet af|samlede|interviewet|interview med',
    nl: 'bezocht door|menigte van|publiek van|gezien door|ondertekend door|trok|interviews met',
    tr: 'katılımıyla',
    fa: 'با حضور|با شرکت|جمعیتی از',
  },
  /** Verbs before their subject: "gick omkring tvåhundra människor från torget". */
  'went-before': {
    de: 'Veranstalter*|Polizei|zogen|gingen|demonstrierten|marschierten|protestierten|standen|beteiligten sich|versammelten',
    sv: 'arrangör*|polisen|gick|tågade|marscherade|demonstrerade|stod|deltog|mötte',
    no: 'arrangør*|politiet|gikk|marsjerte|demonstrerte|sto|deltok|møtte',
    da: 'arrangør*|politiet|gik|marcherede|demonstrerede|stod|deltog|mødte',
    nl: 'organisatoren|politie|trokken|liepen|betoogden|demonstreerden|verzamelden|stonden|kwamen',
    es: 'organizadores|policía|marcharon|desfilaron|se manifestaron|protestaron|salieron',
    it: 'organizzatori|questura|polizia|hanno sfilato|sfilarono|hanno manifestato|scesero|erano in',
    ru: 'организатор*|полици*|прошли|прошло|собрались|стояли|стояло|митинговали',
    fr: 'organisateurs|police|ont défilé|défilaient|marchaient|étaient réunis',
    ar: 'المنظمون|الشرطة|خرج|سار|وقف|نزل',
    en: 'organisers|organizers|police',
    tr: 'organizatör*|polis',
    fa: 'برگزارکنندگان|پلیس',
  },
  /** A list of those who sign. */
  petition: {
    en: 'petition|petitions|signature|signatures|signed|open letter|appeal',
    fr: 'pétition|pétitions|signature|signatures|signé*|appel|lettre ouverte',
    de: 'Petition*|Unterschrift*|Aufruf*|Appell*|offene* Brief*',
    sv: 'namninsamling*|petition*|upprop*|namnunderskrift*|underskrift*',
    no: 'underskrift*|opprop*|petisjon*|navneinnsamling*',
    da: 'underskrift*|opråb*|appel|appellen|navneindsamling*',
    es: 'petición|peticiones|firma|firmas|firmad*|llamamiento|carta abierta',
    it: 'petizione|petizioni|firma|firme|firmat*|appello|lettera aperta',
    nl: 'petitie*|handtekening*|oproep*|open brief',
    tr: 'dilekçe*|imza*|kampanya*',
    ru: 'петици*|подпис*|обращени*|открыт* письм*',
    fa: 'طومار|دادخواست|امضا*|نامه سرگشاده|کارزار',
    ar: 'عريضة|العريضة|توقيع*|التوقيعات|نداء|رسالة مفتوحة',
  },
  /** The summer of the killings, where its year was said before. */
  'back-then': {
    en: 'that summer|those weeks|those months|those days|that year|that August|that July|those five months',
    fr: 'cet été là|ces semaines là|cette année là|cet été de|ces mois là|ces jours là',
    de: 'in jenem Sommer|jenes Sommers|jenen Wochen|jenen Monaten|jenem Jahr|jenes Jahres|damals',
    sv: 'den sommaren|de veckorna|det året|de månaderna|då',
    no: 'den sommeren|de ukene|det året|den gangen',
    da: 'den sommer|de uger|det år|dengang',
    es: 'aquel verano|ese verano|aquellas semanas|aquel año|aquellos meses|entonces',
    it: 'quell estate|quelle settimane|quell anno|quei mesi|allora',
    nl: 'die zomer|die weken|dat jaar|die maanden|destijds|toen',
    tr: 'o yaz|o yıl|o haftalarda|o aylarda',
    ru: 'тем летом|в то лето|в те недели|в тот год|в те месяцы|тогда',
    fa: 'آن تابستان|همان تابستان|آن سال|آن هفته ها|آن روزها',
    ar: 'ذلك الصيف|تلك الأسابيع|ذلك العام|تلك الأشهر|آنذاك',
  },
  /** Whose year it may be beside a toll: a report's, a speaker's. */
  source: {
    en: 'report|reports|memoirs|study|estimate|estimates|spoke of|mentioned|put the number|expert|experts',
    fr: 'rapport|rapports|mémoires|étude|estimation|estimations|a évoqué|évoquait|a parlé|expert|experts',
    de: 'Bericht*|Memoiren|Studie|Schätzung*|sprach|sprachen|nannte|nannten|Experte*|Expertin',
    sv: 'rapport*|memoarer|studie|uppskattning*|talade|nämnde|expert*',
    no: 'rapport*|memoarer|studie|anslag|snakket|nevnte|ekspert*',
    da: 'rapport*|erindringer|studie|skøn|talte|nævnte|ekspert*',
    es: 'informe|informes|memorias|estudio|estimación|habló de|hablaba de|mencionó|experto|expertos|relator*',
    it: 'rapporto|rapporti|memorie|studio|stima|parlò di|ha parlato|parlava di|esperto|esperti|relatore',
    nl: 'rapport|rapporten|memoires|studie|schatting*|sprak|noemde|expert*|deskundige*',
    tr: 'rapor*|anılar*|araştırma*|tahmin*|söz etti|uzman*',
    ru: 'доклад*|мемуар*|исследовани*|оценк*|говорил*|назвал*|эксперт*',
    fa: 'گزارش*|خاطرات|پژوهش|برآورد*|سخن گفت|کارشناس*',
    ar: 'تقرير*|مذكرات*|دراسة|تقدير*|تحدث*|ذكر|خبير*|خبراء',
  },
  /** What is asked for the dead: "justice for 30,000". */
  justice: {
    en: 'justice for|justice to',
    fr: 'justice pour',
    de: 'Gerechtigkeit für',
    sv: 'rättvisa åt|rättvisa för',
    no: 'rettferdighet for',
    da: 'retfærdighed for',
    es: 'justicia para|justicia por',
    it: 'giustizia per',
    nl: 'gerechtigheid voor',
    ru: 'справедливости для|справедливость для',
    fa: 'دادخواهی',
    ar: 'العدالة ل|العدالة لـ|القصاص ل',
  },
  /** Whose victims are others. */
  terrorist: {
    en: 'terrorist|terrorists|by terrorism|of terrorism',
    fr: 'terroriste|terroristes|du terrorisme',
    de: 'Terrorist*|des Terrors|Terrorgruppe*|Terrororganisation*',
    sv: 'terrorist*|terrorgrupp*|terrorismens',
    no: 'terrorist*|terrorgruppe*',
    da: 'terrorist*|terrorgruppe*',
    es: 'terrorista|terroristas|del terrorismo',
    it: 'terrorista|terroristi|terroristica|del terrorismo',
    nl: 'terrorist*|terreurgroep*',
    tr: 'terörist*|terör örgütü*|terörün',
    ru: 'террорист*|терроризма',
    fa: 'تروریست*|ترور|تروریسم',
    ar: 'إرهابي*|الإرهابي*|الإرهاب|ارهابية',
  },
  /** "110 chairs, one for every victim". */
  'one-for-each': {
    en: 'one for each|one for every|one per|one to each|each for a|each for one|each standing for',
    fr: 'une pour chaque|un pour chaque|une par|un par|chacune pour|chacun pour',
    de: 'einer für jede*|eine für jede*|eines für jede*|eins für jede*|einen für jede*|je einer für|je eine für|je einen für|je ein',
    sv: 'en för varje|ett för varje|en för var',
    no: 'en for hver|én for hver|ett for hvert|en for hvert|ett for hver',
    da: 'en for hver|én for hver|et for hvert|en for hvert|ét for hver|et for hver',
    es: 'una por cada|uno por cada|una para cada|uno para cada',
    it: 'una per ogni|uno per ogni|una per ciascun*|uno per ciascun*',
    nl: 'één voor elk*|een voor elk*|één voor ieder*|één per',
    tr: 'her kurban için|her biri için|her biri bir',
    ru: 'по одному на|по одной на|по одному за|по одной за',
    fa: 'یکی برای هر|هر کدام برای|هر یک برای',
    ar: 'واحد لكل|واحدة لكل|لكل',
  },
};

/**
 * What may follow a number that stands for persons by itself: "thousands were hanged", "30,000 of their own". Small words of all
 * languages in one list: as cues they would stand in every sentence.
 */
export const AFTER_BARE_NUMBER =
  'of who whom that which in inside were was had have has are is went by at on during within and or to for' +
  ' from over it he she they the this while when after as across dead so according without lie died perished' +
  ' vanished disappeared gone lost more de des d qui dont que en dans ont furent sont avaient étaient par au' +
  ' aux à pendant et ou pour selon cet cette ce lors sans durant sous reposent tués disparurent von der die' +
  ' den das im wurden waren sind haben hatten durch am an während und oder bis für aus nach kamen starben' +
  ' verschwanden allein liegen laut seien sollen ihrer seiner av som i på blev var hade har är under och' +
  ' eller till för från enligt dog försvann inom det utan ska skall ble hadde er og til fra ifølge døde' +
  ' forsvant uten skal af havde forsvandt uden del quienes a fueron han habían son por al durante y o para' +
  ' desde según aquel ese este murieron sin yacen di dei degli che nel nella nelle furono sono erano hanno' +
  ' da dal e per secondo quell quella quel senza morirono giacciono van dat op werden zijn hebben hadden' +
  ' door aan tijdens tot voor uit volgens stierven verdwenen zonder liggen ve ile veya ya ila için kadar dan' +
  ' arasında olduğu olarak gibi из которых которые в во были было на за по и или до от для без погибли' +
  ' исчезли лежат از که در را به و یا تا بودند شدند آن این برای طی بر است بدون من ممن الذين في كانوا قد إلى' +
  ' على عن أو خلال بين عام صيف منهم دون حسب وفق oli ovat jotka joista ja tai vuonna kesällä z ze którzy' +
  ' których w we było zostało lub do od na bez zginęło' +
  ' paid went never died would had could must did say says said estimated believed not under too ils elles y là' +
  ' ne ils selon estimé estimés dit disent le la geschätzt sagt sagen sagten gewesen wohl mussten nie so geschat' +
  ' zeggen zegt er moesten måste fick aldrig säger livet bort borte måtte aldri sier siger aldrig nunca jamás dice' +
  ' dicen fueran mai dicono dice forse di bir daha olarak diyor deniyor hiç так говорят не никогда должны жизни' +
  ' بود بوده می نفری دیگر هرگز گفته رقم بحسب تقول يقول وفقا حسبما إنهم حياتهم كما على' +
  ' weitere anderen andere autres otros otras altri altre andra andre daha ещё آخرون آخرين' +
  ' het salirono finirono andarono caddero subieron cayeron montèrent allèrent tombèrent gingen fielen bestiegen' +
  ' gick fördes föll gikk falt faldt vielen gitti düştü canına canını boylu пошли взошли пали رفتند افتادند سقطوا ذهبوا';
