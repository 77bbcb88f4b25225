import { foldText } from './fold-text.ts';
import type { FactWords } from './ordinal-words.ts';

/** People and bodies that speak without a name. */
export const SPEAKER_WORDS: FactWords = {
  /** Somebody's: what follows in the genitive belongs to them. */
  'speaker-of': {
    en: 'report|statement|letter|petition|verdict|resolution|mother|mothers|father|fathers|sister|sisters|brother|brothers|son|sons|daughter|daughters|wife|widow|widows|husband|relative|relatives|cousin|niece|nephew|uncle|aunt|family|families|friend|friends|spokesperson|spokesman|spokeswoman|spokespeople|spokespersons|lawyer|lawyers|attorney|counsel|representative|representatives|member|members|director|head|leader|chair|chairman|chairwoman|secretary general|official|officials|organiser|organisers|organizer|organizers|coordinator|adviser|advisor|deputy|foreign ministry|ministry|government|embassy|office|court|parliament|judiciary',
    fr: 'rapport|communiqué|déclaration|lettre|pétition|résolution|mère|mères|père|pères|sœur|sœurs|frère|frères|fils|fille|filles|veuve|veuves|mari|épouse|proche|proches|cousin|cousine|nièce|neveu|famille|familles|ami|amis|amie|porte parole|avocat|avocate|avocats|représentant|représentante|membre|membres|directeur|directrice|président|présidente|responsable|responsables|organisateur|organisateurs|organisatrice|ministère|gouvernement|ambassade|tribunal|parlement',
    de: 'Bericht|Erklärung|Mitteilung|Brief|Petition|Urteil|Resolution|Mutter|Mütter|Vater|Väter|Schwester|Schwestern|Bruder|Brüder|Sohn|Söhne|Tochter|Töchter|Witwe|Witwen|Ehemann|Ehefrau|Angehörige|Angehöriger|Angehörigen|Cousin|Cousine|Nichte|Neffe|Familie|Familien|Freund|Freundin|Sprecher|Sprecherin|Anwalt|Anwältin|Anwälte|Vertreter|Vertreterin|Mitglied|Mitglieder|Leiter|Leiterin|Vorsitzende|Vorsitzender|Generalsekretär|Generalsekretärin|Direktor|Direktorin|Organisator*|Außenministerium|Ministerium|Regierung|Botschaft|Gericht|Parlament|Justiz',
    sv: 'rapporten|uttalandet|brevet|domen|mor|modern|mamma|mödrar|mödrarna|far|pappa|syster|systern|systrar|bror|brodern|bröder|son|sonen|dotter|dottern|änka|änkan|anhörig|anhöriga|släkting|släktingar|familj|familjen|familjer|vän|talesperson|talespersonen|talesman|advokat|advokaten|advokater|företrädare|ledamot|medlem|chef|ledare|ordförande|utrikesdepartement*|regeringen|ambassaden|domstolen|tingsrätten|hovrätten',
    no: 'rapporten|uttalelsen|brevet|dommen|mor|moren|mødre|mødrene|far|faren|søster|søsteren|bror|broren|sønn|sønnen|datter|datteren|enke|enken|pårørende|slektning|familie|familien|familier|venn|talsperson|talsmann|talskvinne|advokat|advokaten|representant|medlem|leder|lederen|utenriksdepartement*|regjeringen|ambassaden|retten|domstolen',
    da: 'rapporten|udtalelsen|brevet|dommen|mor|moren|mødre|mødrene|far|faren|søster|søsteren|bror|broren|søn|sønnen|datter|datteren|enke|enken|pårørende|slægtning|familie|familien|familier|ven|talsperson|talsmand|talskvinde|advokat|advokaten|repræsentant|medlem|leder|lederen|udenrigsministeriet|regeringen|ambassaden|retten|domstolen',
    es: 'informe|comunicado|declaración|carta|sentencia|resolución|madre|madres|padre|padres|hermana|hermanas|hermano|hermanos|hijo|hijos|hija|hijas|viuda|viudas|marido|esposa|familiar|familiares|primo|prima|sobrina|sobrino|familia|familias|amigo|amiga|portavoz|portavoces|abogado|abogada|abogados|representante|representantes|miembro|miembros|director|directora|presidente|presidenta|líder|responsable|organizador|organizadora|ministerio|gobierno|embajada|tribunal|parlamento',
    it: 'rapporto|comunicato|dichiarazione|lettera|sentenza|risoluzione|madre|madri|padre|padri|sorella|sorelle|fratello|fratelli|figlio|figli|figlia|figlie|vedova|vedove|marito|moglie|parente|parenti|familiare|familiari|cugino|cugina|nipote|famiglia|famiglie|amico|amica|portavoce|avvocato|avvocata|avvocati|legale|rappresentante|rappresentanti|membro|membri|direttore|direttrice|presidente|leader|organizzatore|organizzatrice|ministero|governo|ambasciata|tribunale|corte|parlamento',
    nl: 'rapport|verklaring|brief|vonnis|resolutie|moeder|moeders|vader|vaders|zus|zussen|zuster|broer|broers|zoon|zonen|dochter|dochters|weduwe|weduwen|echtgenoot|echtgenote|nabestaande|nabestaanden|familielid|familieleden|nicht|neef|familie|families|vriend|vriendin|woordvoerder|woordvoerster|advocaat|advocaten|vertegenwoordiger|lid|leden|directeur|leider|voorzitter|ministerie|regering|ambassade|rechtbank|parlement',
    tr: 'rapor*|açıklama*|bildiri*|anne*|baba*|abla*|kardeş*|ağabey*|oğlu|kızı|eşi|dul*|yakın*|akraba*|aile*|sözcü*|avukat*|temsilci*|üyesi|üyeleri|başkan*|lider*|bakanlı*|hükümet*|mahkeme*',
    ru: 'доклад*|заявлени*|письм*|резолюци*|мать|матери|матерей|отец|сестра|сестры|сестер|брат|братья|сын|дочь|вдова|вдовы|родственник|родственница|родственники|родственников|семья|семьи|семей|друг|представитель|представительница|пресс секретарь|адвокат|адвокаты|член|члены|директор|глава|лидер|председатель|министерство|мид|правительство|посольство|суд|парламент',
    fa: 'گزارش|بیانیه|نامه|قطعنامه|مادر|مادران|پدر|پدران|خواهر|خواهران|برادر|برادران|پسر|فرزند|فرزندان|دختر|همسر|بیوه|خانواده|خانواده های|بستگان|یکی از بستگان|دوست|سخنگو|سخنگوی|وکیل|وکلای|نماینده|نمایندگان|عضو|اعضای|مدیر|رئیس|رییس|دبیرکل|رهبر|وزارت خارجه|وزارت امور خارجه|دولت|سفارت|دادگاه|مجلس|قوه قضاییه|قوه قضائیه',
    ar: 'تقرير|التقرير|بيان|البيان|رسالة|قرار|أم|أمهات|الأمهات|والدة|والد|أب|آباء|أخت|شقيقة|شقيق|أخ|ابن|ابنة|أرملة|أرامل|زوجة|زوج|أحد أقارب|أقارب|أهالي|عائلة|عائلات|صديق|المتحدث|المتحدثة|متحدث|متحدثة|الناطق|ناطق|محام|محامي|محامية|المحامي|المحامية|ممثل|ممثلة|عضو|أعضاء|مدير|مديرة|رئيس|رئيسة|أمين عام|زعيم|وزارة|وزارة الخارجية|حكومة|الحكومة|سفارة|محكمة|المحكمة|برلمان|السلطة القضائية',
    fi: 'raportti|lausunto|äiti|äidit|äideistä|isä|sisar|sisko|veli|poika|tytär|leski|omainen|omaiset|perhe|tiedottaja|asianajaja|edustaja|jäsen|johtaja|puheenjohtaja|ulkoministeriö|hallitus|tuomioistuin|oikeus',
    pl: 'raport|oświadczenie|list|rezolucja|matka|matki|matek|ojciec|siostra|siostry|brat|syn|córka|wdowa|krewny|krewna|krewni|rodzina|rodziny|rzecznik|rzeczniczka|adwokat|prawnik|przedstawiciel|członek|dyrektor|szef|lider|przewodniczący|ministerstwo|rząd|ambasada|sąd|parlament',
  },
  speaker: {
    en: 'survivor|survivors|eyewitness|witness|witnesses|plaintiff|plaintiffs|prisoner|prisoners|inmate|inmates|detainee|activist|activists|campaigner|campaigners|historian|historians|researcher|researchers|scholar|scholars|academic|professor|author|writer|novelist|poet|journalist|reporter|filmmaker|playwright|judge|judges|tribunal|prosecutor|prosecutors|minister|ambassador|senator|lawmaker|lawmakers|MP|MEP|politician|expert|experts|special rapporteur|special rapporteurs|rapporteur|rapporteurs|carpenter|diplomat|cleric|guard|guards|doctor|nurse|woman|women|man|men|protester|protesters|demonstrator|demonstrators|participant|speaker|resident|student|exile|exiles|refugee|orphan|teacher|jurist|group|organisation|organization|coalition|campaign|association|NGO',
    fr: 'survivant|survivante|survivants|survivantes|rescapé|rescapée|rescapés|témoin|témoins|plaignant|plaignante|prisonnier|prisonnière|prisonniers|détenu|détenue|militant|militante|militants|activiste|historien|historienne|chercheur|chercheuse|universitaire|professeur|professeure|auteur|autrice|écrivain|journaliste|cinéaste|juge|juges|procureur|procureure|parquet|ministre|ambassadeur|sénateur|sénatrice|député|députée|élu|élue|expert|experte|experts|rapporteur|rapporteuse|diplomate|religieux|gardien|femme|homme|manifestant|manifestante|manifestants|participant|participante|exilé|exilée|réfugié|réfugiée|juriste|groupe|organisation|association|ONG|coalition|collectif',
    de: 'Überlebende|Überlebender|Überlebenden|Zeuge|Zeugin|Zeugen|Kläger|Klägerin|Nebenkläger|Nebenklägerin|Gefangene|Gefangener|Häftling|Aktivist|Aktivistin|Aktivisten|Historiker|Historikerin|Forscher|Forscherin|Wissenschaftler|Wissenschaftlerin|Professor|Professorin|Autor|Autorin|Schriftsteller|Schriftstellerin|Journalist|Journalistin|Richter|Richterin|Staatsanwalt|Staatsanwältin|Staatsanwaltschaft|Minister|Ministerin|Botschafter|Abgeordnete|Abgeordneter|Senator|Politiker|Politikerin|Experte|Expertin|Experten|Berichterstatter|Berichterstatterin|Diplomat|Geistlicher|Wärter|Frau|Mann|Demonstrant|Demonstrantin|Teilnehmer|Teilnehmerin|Exilant|Flüchtling|Jurist|Juristin|Gruppe|Organisation|Vereinigung|Bündnis',
    sv: 'överlevande|vittne|vittnet|vittnen|målsägande|målsäganden|fånge|fången|fångar|aktivist|aktivisten|historiker|historikern|forskare|forskaren|professor|författare|författaren|journalist|journalisten|domare|domaren|åklagare|åklagaren|kammaråklagare|kammaråklagaren|minister|statsminister|statsministern|justitieminister|ministern|ambassadör|riksdagsledamot|politiker|expert|experten|rapportör|diplomat|vakt|kvinna|kvinnan|man|mannen|demonstrant|deltagare|flykting|jurist|gruppen|organisationen|föreningen',
    no: 'overlevende|vitne|vitnet|fange|fangen|fanger|aktivist|aktivisten|historiker|historikeren|forsker|forskeren|professor|forfatter|forfatteren|journalist|dommer|dommeren|aktor|statsadvokat|minister|ambassadør|stortingsrepresentant|politiker|ekspert|rapportør|diplomat|vokter|kvinne|kvinnen|mann|mannen|demonstrant|deltaker|flyktning|jurist|gruppen|organisasjonen|foreningen',
    da: 'overlevende|vidne|vidnet|fange|fangen|fanger|aktivist|aktivisten|historiker|historikeren|forsker|forskeren|professor|forfatter|forfatteren|journalist|dommer|dommeren|anklager|anklageren|minister|ambassadør|folketingsmedlem|politiker|ekspert|rapportør|diplomat|vagt|kvinde|kvinden|mand|manden|demonstrant|deltager|flygtning|jurist|gruppen|organisationen|foreningen',
    es: 'superviviente|supervivientes|sobreviviente|sobrevivientes|testigo|testigos|demandante|preso|presa|presos|prisionero|prisionera|detenido|activista|activistas|historiador|historiadora|investigador|investigadora|académico|profesor|profesora|autor|autora|escritor|escritora|periodista|juez|jueza|jueces|fiscal|fiscalía|relatores|ministro|ministra|embajador|senador|senadora|diputado|diputada|político|experto|experta|expertos|relator|relatora|diplomático|clérigo|guardia|mujer|hombre|manifestante|manifestantes|participante|exiliado|exiliada|refugiado|jurista|grupo|organización|asociación|coalición|ONG',
    it: 'sopravvissuto|sopravvissuta|sopravvissuti|superstite|superstiti|testimone|testimoni|prigioniero|prigioniera|prigionieri|detenuto|detenuta|attivista|attivisti|storico|storica|ricercatore|ricercatrice|studioso|professore|professoressa|autore|autrice|scrittore|scrittrice|giornalista|giudice|giudici|procuratore|procuratrice|ministro|ministra|ambasciatore|senatore|senatrice|deputato|deputata|politico|esperto|esperta|esperti|relatore|relatrice|diplomatico|religioso|guardia|donna|uomo|manifestante|manifestanti|partecipante|esule|esuli|rifugiato|giurista|gruppo|organizzazione|associazione|ONG',
    nl: 'overlevende|overlevenden|getuige|getuigen|gevangene|gevangenen|activist|activiste|activisten|historicus|onderzoeker|onderzoekster|hoogleraar|auteur|schrijver|schrijfster|journalist|journaliste|rechter|rechters|officier|aanklager|minister|ambassadeur|senator|Kamerlid|politicus|deskundige|deskundigen|rapporteur|diplomaat|geestelijke|bewaker|vrouw|man|demonstrant|demonstranten|deelnemer|balling|vluchteling|jurist|groep|organisatie|vereniging',
    tr: 'kurtulan*|hayatta kalan*|tanık*|tutuklu*|mahkum*|mahkûm*|aktivist*|tarihçi*|araştırmacı*|profesör*|yazar*|gazeteci*|yargıç*|hâkim*|savcı*|bakan|büyükelçi*|senatör*|milletvekil*|siyasetçi*|uzman*|raportör*|diplomat*|gardiyan*|kadın*|gösterici*|katılımcı*|hukukçu*|grup|örgüt*|dernek',
    ru: 'выживший|выжившая|выжившие|выживших|свидетель|свидетельница|свидетели|истец|заключенный|заключенная|заключенные|узник|узница|узники|активист|активистка|активисты|историк|исследователь|профессор|автор|писатель|журналист|журналистка|судья|судьи|прокурор|прокуратура|министр|посол|сенатор|депутат|политик|эксперт|эксперты|докладчик|дипломат|охранник|женщина|мужчина|участник|участница|демонстрант|эмигрант|юрист|группа|организация',
    fa: 'بازمانده|بازماندگان|جان به دربرده|جان به دربردگان|جان به در برده|جان به در بردگان|شاهد|شاهدان|شاکی|شاکیان|زندانی|زندانیان|زندانی سابق|فعال|فعالان|کنشگر|کنشگران|مورخ|تاریخ نگار|پژوهشگر|استاد|نویسنده|شاعر|روزنامه نگار|خبرنگار|قاضی|دادستان|دادستانی|وزیر|سفیر|سناتور|نماینده|سیاستمدار|کارشناس|کارشناسان|گزارشگر|گزارشگر ویژه|دیپلمات|روحانی|زندانبان|نگهبان|پاسدار|زن|زنی|مرد|مردی|معترض|معترضان|شرکت کننده|تبعیدی|پناهنده|حقوقدان|گروه|سازمان|انجمن|کارزار',
    ar: 'ناج|ناجية|الناجي|الناجية|ناجين|الناجين|ناجون|الناجون|شاهد|شاهدة|شهود|الشهود|سجين|سجينة|السجين|سجناء|السجناء|معتقل|معتقلة|المعتقلين|ناشط|ناشطة|ناشطون|الناشطين|مؤرخ|المؤرخ|باحث|باحثة|الباحث|أستاذ|كاتب|كاتبة|صحفي|صحفية|قاض|قاضي|القاضي|المدعي العام|المدعية العامة|المقرر الأممي|الأمينة العامة|مدعي|الادعاء|وزير|سفير|سيناتور|نائب|نائبة|سياسي|خبير|خبيرة|خبراء|المقرر الخاص|مقرر|المقررة|دبلوماسي|رجل دين|حارس|امرأة|سيدة|رجل|متظاهر|متظاهرة|المتظاهرين|مشارك|مشاركة|لاجئ|حقوقي|جماعة|منظمة|المنظمة|جمعية|حملة',
    fi: 'selviytyjä|eloonjäänyt|todistaja|vanki|aktivisti|historioitsija|tutkija|professori|kirjailija|toimittaja|tuomari|syyttäjä|ministeri|suurlähettiläs|kansanedustaja|poliitikko|asiantuntija|raportoija|nainen|mies|mielenosoittaja|pakolainen|juristi|ryhmä|järjestö|yhdistys',
    pl: 'ocalały|ocalała|ocalali|świadek|świadkowie|więzień|więźniarka|więźniowie|aktywista|aktywistka|historyk|badacz|badaczka|profesor|autor|autorka|pisarz|pisarka|dziennikarz|dziennikarka|sędzia|prokurator|minister|ambasador|senator|poseł|posłanka|polityk|ekspert|sprawozdawca|dyplomata|strażnik|kobieta|mężczyzna|demonstrant|uczestnik|uchodźca|prawniczka|grupa|organizacja|stowarzyszenie',
  },
};

/** Small words around a speaker, folded. */
export interface SpeakerGrammar {
  /** May stand before the noun and belongs to it: "one of the". */
  before: ReadonlySet<string>;
  /** Ties a second noun to it: "of", "for". */
  of: ReadonlySet<string>;
  /** Those of them, or of `before`, that are nothing but that: "of", "von". */
  genitive: ReadonlySet<string>;
  /** What follows is no subject: "to", "in". */
  prepositions: ReadonlySet<string>;
  pronouns: ReadonlySet<string>;
}

/** Before the noun; tie; preposition; pronoun. */
const SMALL_WORDS: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: [
    'a an the one of her his their another some several two three many former its my our this that',
    'of for by',
    'to in at with before from against about on during after near by into like',
    'he she they it i we you who',
  ],
  fr: [
    'un une l le la les des d de du son sa ses leur leurs cette ce plusieurs deux ancien ancienne anciens',
    'de d du des pour',
    'à au aux dans avec devant en chez contre sur après par vers',
    'il elle ils elles on je nous qui',
  ],
  de: [
    'ein eine einer eines einen der die das den des ihr ihre ihrer sein seine seiner zwei mehrere frühere früherer ehemalige ehemaliger',
    'der des von für',
    'gegenüber dem einem seinem ihrem in im an am bei vor mit zu zum zur auf aus nach gegen über',
    'er sie es wir ich man',
  ],
  sv: [
    'en ett av den de det hans hennes deras flera två tidigare',
    'för till av på',
    'till i på inför med från under vid mot om hos',
    'han hon hen vi jag',
  ],
  no: [
    'en ei et av den de det hans hennes deres flere to tidligere',
    'for til av',
    'til i på foran med fra under ved mot om hos',
    'han hun vi jeg',
  ],
  da: [
    'en et af den de det hans hendes deres flere to tidligere',
    'for til af',
    'til i på foran med fra under ved mod om hos',
    'han hun vi jeg',
  ],
  es: [
    'un una el la los las de del uno su sus otro otra varios varias dos ex',
    'de del para',
    'a al en con ante contra sobre desde por tras',
    'ella ellos ellas yo nosotros',
  ],
  it: [
    'un una uno il la lo i gli le l di della delle dei degli dello del dell suo sua loro alcuni alcune due ex',
    'di del della delle dei degli dell dello per',
    'a al alla ai alle agli in nel nella con davanti contro su sulla da dal dalla',
    'lui lei egli ella noi io',
  ],
  nl: [
    'een de het van haar zijn hun twee enkele voormalige',
    'van voor',
    'tegen aan in bij met op uit voor tijdens na over',
    'hij zij ze wij ik',
  ],
  tr: ['bir', '', '', 'o onlar ben biz'],
  ru: [
    'одна один одного одной из его ее их бывший бывшая бывшие некоторые двое',
    '',
    'в на с перед от к о об против после',
    'он она они я мы',
  ],
  fa: [
    'یکی یک از این آن چند دو',
    '',
    'به با در بر برای خطاب علیه طی پس درباره مورد باره',
    'او وی آنها آنان ایشان من ما',
  ],
  ar: ['إحدى أحد بعض', 'باسم', 'في إلى مع أمام ضد على لدى خلال بعد عن حول بشأن', 'هو هي هم نحن أنا'],
  fi: ['yksi eräs', '', '', 'hän he minä me'],
  pl: ['jedna jeden z ze jej jego ich były była byli', '', 'w na do przed od o po', 'on ona oni ja my'],
};

/** Articles and prepositions that look like a tie are none: der, für, för. */
const GENITIVES: Readonly<Record<string, string>> = {
  en: 'of',
  fr: 'de d du des',
  de: 'von vom',
  sv: 'av',
  no: 'av',
  da: 'af',
  es: 'de del',
  it: 'di del della delle dei degli dell dello',
  nl: 'van',
};

const grammars = new Map<string, SpeakerGrammar>();

/** @param language one without small words of its own has none */
export function speakerGrammar(language: string): SpeakerGrammar {
  const known = grammars.get(language);
  if (known) return known;
  const [before = '', of = '', prepositions = '', pronouns = ''] = SMALL_WORDS[language] ?? [];
  const folded = (words: string) =>
    new Set(
      words
        .split(' ')
        .filter(Boolean)
        .map((word) => foldText(word).folded.trim()),
    );
  const grammar = {
    before: folded(before),
    of: folded(of),
    genitive: folded(GENITIVES[language] ?? ''),
    prepositions: folded(prepositions),
    pronouns: folded(pronouns),
  };
  grammars.set(language, grammar);
  return grammar;
}
