import { readStoryWords } from './read-story-words.ts';

/**
 * Cities where the subject is commemorated, tried, voted on or buried, each once, its forms apart by strokes: in the
 * languages that stories are read in. A city of two words stands by the one that tells it. Squares and houses that name no
 * city are forms of theirs. Not Tehran, which stands for a
 * government in every second title, nor Washington; not Cork, Nancy or Phoenix, which are words and people as well.
 */
const CITIES =
  'london|trafalgar|westminster|whitehall|londres|londra|لندن|лондон manchester|منچستر|مانشستر birmingham|بیرمنگام leeds|لیدز liverpool|لیورپول bristol sheffield ' +
  'newcastle nottingham leicester cambridge oxford brighton cardiff edinburgh|ادینبورگ|إدنبرة glasgow|گلاسکو aberdeen dundee belfast ' +
  'dublin|دوبلین|دبلن galway paris|trocadéro|panthéon|parigi|parijs|پاریس|باريس|париж|paryż|paryżu lyon|lione|لیون|ليون marseille|marsella|مارسی|مرسيليا ' +
  'toulouse|تولوز bordeaux|بوردو nantes|نانت strasbourg|straßburg|estrasburgo|strasburgo|استراسبورگ|ستراسبورغ montpellier grenoble rennes ' +
  'berlin|brandenburger|reichstag|alexanderplatz|berlino|berlín|برلین|برلين|берлин hamburg|hamburgo|هامبورگ|هامبورغ münchen|munich|múnich|مونیخ|ميونيخ köln|cologne|colonia|keulen|کلن|كولونيا ' +
  'frankfurt|francfort|francoforte|فرانکفورت|فرانكفورت stuttgart|اشتوتگارت|شتوتغارت düsseldorf|دوسلدورف|دوسلدورف bremen|برمن|بريمن hannover|hanover|هانوفر leipzig|لایپزیگ|لايبزيغ ' +
  'dresden|درسدن bochum bonn kassel münster osnabrück göttingen|گوتینگن freiburg heidelberg nürnberg|nuremberg|نورنبرگ|نورمبرغ dortmund|دورتموند aachen|آخن ' +
  'wien|vienna|vienne|viena|wenen|فيينا graz|گراتس salzburg innsbruck zürich|zurich|zurigo|زوریخ|زيورخ genève|geneva|genf|ginebra|ginevra|ژنو|جنيف|женева basel|bâle|بازل bern lausanne|لوزان ' +
  'brussel|brussels|bruxelles|bruselas|brüssel|bryssel|بروکسل|بروكسل|брюссель antwerpen|antwerp|آنتورپ gent|ghent amsterdam|آمستردام|أمستردام haag|hague|haye|haya|لاهه|لاهای|لاهاي|гаага ' +
  'rotterdam|رتردام|روتردام utrecht|اوترخت nijmegen groningen eindhoven stockholm|sergels|mynttorget|stoccolma|estocolmo|استکهلم|ستوكهولم|стокгольм göteborg|gothenburg|gotemburgo|گوتنبرگ|غوتنبرغ malmö|malmo|مالمو uppsala|اوپسالا ' +
  'lund umeå västerås örebro linköping oslo|اسلو|أوسلو bergen|برگن trondheim stavanger tromsø københavn|copenhagen|copenhague|kopenhagen|köpenhamn|کپنهاگ|كوبنهاغن aarhus|آرهوس odense ' +
  'helsinki|helsingfors|هلسینکی|هلسنكي tampere turku|تورکو oulu madrid|مادرید|مدريد barcelona|barcellona|بارسلون|برشلونة valencia bilbao sevilla zaragoza vitoria pamplona lisboa|lisbon|لیسبون ' +
  'roma|montecitorio|rome|روما milano|milan|میلان|ميلانو torino|turin|تورین|تورينو bologna|بولونیا napoli|naples|ناپل|نابولي palermo|پالرمو firenze|florence|فلورانس|فلورنسا genova|جنوا venezia|venice|ونیز padova bari catania verona trieste ' +
  'warszawa|warsaw|warszawie|ورشو|وارسو kraków|krakow|krakowie|کراکوف gdańsk|gdańsku wrocław|wrocławiu poznań|poznaniu praha|prague|پراگ|براغ budapest|بوداپست tirana|تیرانا|تيرانا durrës|durres|دورس athens|athènes|atene|آتن|أثينا ' +
  'istanbul|estambul|استانبول|إسطنبول|стамбул ankara|آنکارا|أنقرة izmir|ازمیر|إزمير tbilisi|تفلیس|تبليسي|тбилиси yerevan|ایروان|يريفان baku|باکو|باكو moscow|moskva|مسکو|موسكو|москва kyiv ' +
  'toronto|تورنتو|تورونتو montreal|montréal|مونترال|مونتريال ottawa|اتاوا|أوتاوا vancouver|ونکوور|فانكوفر calgary|کلگری edmonton halifax york|نیویورک|نيويورك chicago|شیکاگو|شيكاغو ' +
  'houston|هیوستون dallas|دالاس boston|بوستون|بوسطن seattle|سیاتل atlanta|آتلانتا berkeley sacramento sydney|سیدنی|سيدني melbourne|ملبورن canberra|کانبرا|كانبرا brisbane|بریزبن perth adelaide|آدلاید wellington auckland|اوکلند ' +
  'montevideo aires|بوئنوس santiago|سانتیاگو bogotá mexico|méxico|مکزیکو johannesburg tunis|تونس cairo|قاهره|القاهرة beirut|beyrouth|بیروت|بيروت baghdad|bagdad|بغداد|بغداد erbil|اربیل|أربيل sulaymaniyah|سلیمانیه|السليمانية kabul|کابل|كابول ' +
  'delhi|دهلی tokyo|توکیو|طوكيو amman rabat|الرباط mashhad|mechhed|maschhad|مشهد isfahan|ispahan|اصفهان|أصفهان shiraz|chiraz|schiras|شیراز|شيراز tabriz|täbris|تبریز|تبريز ' +
  'toulon|تولون reims dijon metz avignon limoges bergamo brescia pisa modena parma perugia cagliari lecce mannheim augsburg karlsruhe wiesbaden mainz|مایتس bielefeld kiel lübeck rostock erfurt jena potsdam ' +
  'saarbrücken ulm regensburg würzburg swansea plymouth norwich southampton exeter coventry bradford waterford leuven|louvain brugge|bruges liège|lüttich|luik delft|دلفت leiden|لیدن tilburg breda arnhem maastricht enschede haarlem ' +
  'norrköping helsingborg jönköping karlstad gävle sundsvall kristiansand drammen aalborg|آلبورگ esbjerg málaga|malaga|مالاگا murcia granada alicante valladolid gijón oviedo santander lublin katowice szczecin espoo jyväskylä ' +
  'denver|دنور portland miami|میامی philadelphia|فیلادلفیا detroit minneapolis winnipeg quebec|québec ahvaz|ahwaz|اهواز|الأهواز rasht|رشت sanandaj|سنندج kermanshah|کرمانشاه|كرمانشاه karaj|کرج|كرج qom|قم urmia|ارومیه hamadan|همدان dezful|دزفول zahedan|زاهدان gorgan|گرگان semnan|سمنان';

/** Languages that bend the ends of names, so that only their beginnings are compared. */
const BENDING = new Set(['fi', 'pl', 'ru', 'tr']);
const BEGINNING = 5;
/** Arabic writes "and", "in", "to" and the article together with the name. */
const ARABIC_PREFIXES = ['و', 'ف', ''].flatMap((and) => ['', 'ب', 'ل', 'ال', 'بال', 'لل'].map((to) => and + to));

const forms: readonly (readonly [form: string, city: string])[] = CITIES.split(' ').flatMap((names) => {
  const [city = '', ...others] = names.split('|');
  return [city, ...others].flatMap((name): [string, string][] => {
    const [word, ...more] = readStoryWords(name);
    return word === undefined || more.length > 0 ? [] : [[word.folded, city]];
  });
});
const cities = new Map(forms);
const beginnings = new Map(
  forms.filter(([form]) => form.length >= BEGINNING).map(([form, city]) => [form.slice(0, BEGINNING), city]),
);

/** Cities that folded words name, each by its first form in the list. */
export function findCities(words: readonly { folded: string }[], language: string): Set<string> {
  const cityOf = (word: string) =>
    cities.get(word) ??
    (language === 'ar' ? withoutPrefix(word) : undefined) ??
    (BENDING.has(language) ? beginnings.get(word.slice(0, BEGINNING)) : undefined);
  return new Set(words.flatMap(({ folded }) => cityOf(folded) ?? []));
}

function withoutPrefix(word: string): string | undefined {
  const prefix = ARABIC_PREFIXES.find((each) => word.startsWith(each) && cities.has(word.slice(each.length)));
  return prefix === undefined ? undefined : cities.get(word.slice(prefix.length));
}
