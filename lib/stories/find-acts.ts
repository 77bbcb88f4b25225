import { readStoryWords } from './read-story-words.ts';
import { stemWord } from './stem-word.ts';

/**
 * What happened, by words that reports say it with, one line for each kind of act: forms of all languages, as titles and first
 * sentences have them. Words that every text on the subject has ("killed", "trial", "demand", "commemorate") tell no act.
 */
const ACTS: Readonly<Record<string, string>> = {
  burial:
    'funeral mourners trauerfeier beerdigung beigesetzt begräbnis obsèques funérailles inhumé funerales exequias sepelio funerali esequie ' +
    'begravning begravdes begravelse begrafenis uitvaart cenaze hautajaiset pogrzeb похороны похоронили تشییع خاکسپاری جنازة تشييع',
  callingOff:
    'cancels cancelled canceled postponed postpones withdraws withdrew drops abgesagt abreist abgereist verlassen verschoben annule annulé annulée reporté renonce quitté ' +
    'cancela cancelada cancelado aplaza aplazada suspendido abandona annulla annullata rinviato rinviata rinuncia inställt inställd lämnat skjuts afgelast vertrokken uitgesteld ' +
    'iptal ertelendi отменил отменили отменен отложен لغو تعویق انصراف إلغاء ألغى ألغت غادر تأجيل انسحب',
  freeing:
    'released freed swap swapped pardoned exchange freigelassen austausch ausgetauscht begnadigt libéré libérée échange échanger gracié liberado liberada canje indultado ' +
    'liberato liberata scambio graziato frigiven frigavs utväxling utväxlad vrijgelaten uitgeruild serbest takas освобожден обмен آزادی تبادل مبادله عفو الإفراج أفرج تبادل',
  arrest:
    'arrested arrests detained custody festgenommen verhaftet untersuchungshaft arrêté arrêtée arrestation écroué detenido detenida detención arrestato arrestata arresto ' +
    'gripen greps häktad häktas arrestert anholdt gearresteerd aangehouden gözaltı tutuklandı арестован задержан بازداشت دستگیر اعتقال اعتقلت توقيف',
  charge:
    'charged charges indicted indictment complaint anklage angeklagt strafanzeige plainte inculpé accusation querella denuncia imputado acusación incriminato ' +
    'åtal åtalad åtalas tiltale anklagad aanklacht aangifte iddianame обвинение обвинен کیفرخواست شکایت شکوى لائحة',
  verdict:
    'verdict sentenced convicted guilty acquitted urteil verurteilt freispruch condamné condamnée verdict condenado condenada sentencia veredicto condannato condannata sentenza verdetto ' +
    'dömd döms dömdes dommen dømt veroordeeld vonnis hüküm mahkum приговор приговорен محکوم حکم أدين إدانة حكمت الحكم',
  appeal:
    'appeal appeals upheld upholds berufung revision cassation recurso apelación casación appello ricorso cassazione överklagar överklagande hovrätten lagmannsretten anke ' +
    'beroep hoger temyiz istinaf апелляция تجدید استیناف استئناف أيدت تثبت',
  vote:
    'voted votes vote adopts adopted passes passed motion resolution abstimmung gestimmt beschließt beschloss antrag voté vote adopte adopté motion résolution votó vota aprueba aprobó moción resolución ' +
    'votato vota approva approvato mozione risoluzione röstade röstar antog motion stemde motie aangenomen oylama kabul голосование принял резолюция رأی تصویب قطعنامه صوت صوّت تصويت اعتمد',
  exhibition:
    'exhibition exhibit ausstellung exposition exposición muestra mostra utställning utstilling udstilling tentoonstelling expositie sergi выставка نمایشگاه معرض',
  gathering:
    'rally rallied march marched vigil demonstrated demonstration gathered kundgebung demonstration mahnwache manifestation rassemblement manifesté rassemblés veillée concentración concentró manifestación vigilia ' +
    'manifestazione corteo presidio radunati demonstrerade demonstration manifestation samlades betoging demonstratie wake gösteri yürüyüş miting митинг демонстрация تجمع تظاهرات راهپیمایی گرد تظاهر مظاهرة وقفة تجمع',
  letter:
    'letter petition signed signatories brief petition unterzeichnet lettre pétition signé carta petición firmado lettera petizione firmato brev upprop undertecknat brief petitie mektup imza письмо петиция نامه طومار رسالة عريضة',
  report:
    'report study bericht studie rapport étude informe estudio rapporto studio rapport undersökning onderzoek rapor доклад گزارش تقرير دراسة',
  screening:
    'film documentary screening premiere concert play dokumentarfilm konzert theaterstück vorführung documentaire concert pièce projection documental concierto obra documentario concerto spettacolo ' +
    'dokumentär konsert pjäs documentaire voorstelling belgesel konser фильм концерт спектакль مستند کنسرت نمایش فيلم وثائقي مسرحية',
  talk:
    'conference seminar panel debate interview konferenz tagung podiumsdiskussion interview conférence colloque débat entretien conferencia coloquio debate entrevista conferenza convegno dibattito intervista ' +
    'konferens seminarium debatt intervju conferentie gesprek interview konferans röportaj конференция интервью کنفرانس همایش گفتگو مصاحبه مؤتمر ندوة مقابلة',
};

const kinds = new Map<string, string[]>();
for (const [kind, forms] of Object.entries(ACTS)) {
  for (const { folded } of readStoryWords(forms)) {
    const stem = stemWord(folded);
    const known = kinds.get(stem) ?? [];
    if (!known.includes(kind)) kinds.set(stem, [...known, kind]);
  }
}

/** Kinds of acts that stems of one text name, each once. */
export const findActs = (stems: readonly string[]): Set<string> =>
  new Set(stems.flatMap((stem) => kinds.get(stem) ?? []));
