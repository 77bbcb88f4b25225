import type { FactWords } from './ordinal-words.ts';

/** What tells whom a number counts: those who do something today, or persons whom no noun names. */
export const COUNTED_WORDS: FactWords = {
  /** Those counted live: they sit in a parliament, sign, remember, testify, mourn. */
  living: {
    en: 'parliament|parliamentary|parliamentarians|congress|senate|house of|commons|assembly|council|bundestag|knesset|signed|sign|signatories|survived|survivors|survivor|came out alive|got out alive|outlived|outlasted|testified|testify|testifying|testimony|witness|witnesses|gave evidence|giving evidence|were inside|living in|now living|in exile|exiles|families|relatives|bereaved|mothers|lawmakers|legislators|senators|deputies|jurists|laureates|academics|scholars|experts|mayors|attended|attending|gathered|met in|met at|lay down|marched|rallied|demonstrated|protested|took part|lit candles|light candles|mourners|marchers|stood in|stand in|came to|visitors|joined|residents|assembled|filled the|lined the|petition|spectators|audience|listeners|viewers|readers|interviewed|interviews|interviewees|heard from|have been heard|are being heard|were heard|speak of|spoke of|urge|urged|urges|called on|call on|calls on|demanded|demand|demands|appealed|took to the streets|watched|applauded',
    fr: 'parlement|parlementaires|assemblée|sénat|sénateurs|députés|élus|eurodéputés|signé|signent|signataires|survécu|survivants|rescapés|témoigné|témoignent|témoins|familles|proches|parents de|mères|défilé|défilent|rassemblés|rassemblées|se sont rassemblé*|réunis|manifesté|manifestent|participé|participants|exilés|en exil|juristes|experts|maires|sortis vivants|sont sortis vivants|entendus|interrogés|demandent|appellent|réclament|allumé|bougies|venus|assisté',
    de: 'Bundestag*|Landtag*|Parlament*|Abgeordnet*|Nationalrat*|unterzeichnet*|unterschrieben*|Unterzeichner*|überlebt*|Überlebend*|bezeugt*|Zeugen|Zeuginnen|ausgesagt|Angehörige*|Familien|Mütter|Exiliraner*|im Exil|demonstriert*|versammelt*|versammelten|teilgenommen|nahmen teil|Teilnehm*|zogen durch|gedachten|kamen zu|Juristen|Experten|Bürgermeister*|befragt*|Interviews|lebend davon|zündeten|Besucher*|fordern|forderten|verlangen',
    sv: 'riksdag*|parlament*|ledamöter|skrivit under|undertecknat|undertecknare|överlevt|överlevare|överlevande|vittnat|vittnar|vittnen|anhöriga|familjer|mödrar|exiliranier|i exil|demonstrerade|samlades|gick från|deltog|deltagare|tågade|tände|ljus|hedrade|jurister|experter|intervjuade|kräver|krävde|uppmanar|besökare|svenskiranier',
    no: 'storting*|parlament*|representanter|signert|underskrevet|undertegnet|overlevd*|overlevende|vitnet|vitner|pårørende|familier|mødre|i eksil|eksiliranere|demonstrerte|samlet seg|deltok|deltakere|gikk i tog|gikk fra|tente|jurister|eksperter|intervjuet|krever|krevde|ber om|norskiranere',
    da: 'folketing*|parlament*|underskrevet|underskrev|overlevede|overlevende|vidnede|vidnet|vidner|pårørende|familier|mødre|i eksil|eksiliranere|demonstrerede|samledes|deltog|deltagere|gik i optog|tændte|jurister|eksperter|interviewet|kræver|krævede|opfordrer',
    es: 'parlamento|parlamentarios|congreso|senado|senadores|diputados|asamblea|firmaron|firman|firmantes|firmada|sobrevivieron|sobrevivientes|supervivientes|testificaron|declararon|testigos|familiares|familias|madres|exiliados|en el exilio|se concentraron|marcharon|se reunieron|participaron|asistieron|manifestaron|juristas|expertos|alcaldes|entrevistados|salieron con vida|piden|pidieron|exigen|exigieron|encendieron|velas',
    it: 'parlamento|parlamentari|deputati|senatori|senato|camera|assemblea|firmato|firmano|firmatari|firmata|sopravvissut*|testimoniato|testimoni|familiari|famiglie|parenti|madri|esuli|in esilio|manifestato|riuniti|riunite|sfilato|partecipato|partecipanti|giuristi|esperti|sindaci|intervistat*|usciti vivi|chiedono|hanno chiesto|acceso|candele',
    nl: 'parlement*|kamer|Kamerleden|senatoren|ondertekend|ondertekenden|ondertekenaars|overleefd*|overlevenden|getuigd|getuigen|getuigden|nabestaanden|families|familieleden|moeders|ballingen|in ballingschap|verzamelden|betoogden|demonstreerden|namen deel|deelnemers|liepen mee|juristen|experts|burgemeesters|geïnterviewd*|roepen|riepen|eisen|vragen|staken|kaarsen',
    tr: 'meclis*|parlamento*|milletvekil*|senatör*|imzala*|imzacı*|hayatta kal*|sağ kurtul*|kurtulan*|tanık*|ifade ver*|aile*|yakın*|anneler*|sürgün*|toplan*|yürü*|gösteri*|katıl*|mum*|hukukçu*|uzman*|çağrı*|talep*',
    ru: 'парламент*|депутат*|сенатор*|собрани*|подписал*|подписавш*|выжил*|выживш*|уцелел*|уцелевш*|свидетел*|показани*|родственник*|семей|семьи|матери|в изгнании|эмигрант*|собрал*|вышли|участник*|участвовал*|митинг*|зажгли|свеч*|юрист*|эксперт*|опрошен*|призвал*|потребовал*|требуют',
    fa: 'نماینده|نمایندگان|مجلس|پارلمان|سناتور*|امضا*|بازمانده|بازماندگان|جان به در*|جان بدر*|زنده مانده*|نجات یافته*|شاهد|شاهدان|شهادت دادند|خانواده*|بستگان|مادران|پدران|تبعیدی*|در تبعید|تجمع|گرد آمدند|راهپیمایی|شرکت کردند|شمع|حقوقدان*|کارشناس*|خواستند|مصاحبه*|گفتگو*|ایرانیان مقیم',
    ar: 'برلمان*|البرلمان|نواب|النواب|مجلس|وقع*|الموقعون|موقعون|ناج*|الناجين|ناجون|نجوا|شهود|شاهد*|شهادة|عائلات|أسر|عوائل|ذوي|أقارب|أمهات|المنفى|منفى|تجمع*|تظاهر*|شارك*|مشاركين|شموع|حقوقيين|خبراء|طالب*|يطالب*|دعا|دعوا|مقابلات',
    fi: 'parlamen*|kansanedustaj*|eduskun*|allekirjoit*|selvin*|selviyty*|eloonjään*|todist*|omais*|perhei*|äidit|maanpaossa|mielenosoit*|kokoontu*|osallistu*|kynttil*|asiantuntij*',
    pl: 'parlament*|posł*|senator*|sejm*|podpisał*|sygnatariusz*|przeżyl*|ocala*|ocalel*|świadk*|zeznawal*|rodzin*|krewn*|matki|na emigracji|demonstr*|zebral*|uczestni*|świec*|prawnik*|ekspert*',
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
    es: 'asistieron|participaron|firmaron|acudieron|reunió a|entrevistó a|se concentraron|se reunieron|firmada por|firmado por',
    fr: 'signé par|signée par|a réuni|réunissait|interroge|interrogé',
    en: 'signed by|attended by|interviews with|interviewed|statements by|statements of|accounts of|testimonies of|testimony of|drew',
    de: 'versammelten sich|kamen|demonstrierten|gedachten|nahmen|unterschrieben von|unterzeichnet von|Interviews mit',
    it: 'firmato da|firmata da|hanno firmato|intervista',
    ar: 'وقع|وقعه|وقعها|تجمع|شارك|تظاهر|طالب|دعا|حضر|احتشد|جمع|أضاء',
    ru: 'собрал|собрала|собралось|вышли|пришли|подписали|опросил*',
    sv: 'undertecknat av|undertecknad av|samlades|intervjuat|intervjuer med',
    no: 'undertegnet av|signert av|samlet|intervjuer med',
    da: 'underskrevet af|samlede|interviewet|interview med',
    nl: 'ondertekend door|trok|interviews met',
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
  ' których w we było zostało lub do od na bez zginęło';
