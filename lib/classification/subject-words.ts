import type { FactWords } from './ordinal-words.ts';

/** What says that a sentence speaks of the killings of 1988, or of other ones. */
export const SUBJECT_WORDS: FactWords = {
  /** The year, and places and cases that are of that year alone. */
  anchor: {
    any: '1988|1367|Khavaran|Khawaran|Gohardasht*|Gohardacht*|Gohardascht*|MassGraves88|خاوران|گوهردشت|غوهاردشت|كوهردشت|جوهردشت|Гохардашт*|Хаваран*',
    en: 'summer 88|summer of 88|summer of 67|late 1980s',
    fr: 'été 88|été de 88|été 1988',
    de: 'Sommer 88|1980er Jahre*',
    sv: 'sommaren 88|slutet av 1980 talet',
    es: 'verano del 88|verano de 88',
    it: 'estate 88|estate del 88|estate dell 88',
    nl: 'zomer van 88',
    fa: 'سال 67|تابستان 67|تابستان شصت و هفت|سال شصت و هفت|کشتار 67|عام 67|قتلعام 67|اعدام 67|اعدامهای 67|اعدامیان 67|شهریور 67|مرداد 67|مهر 67|پرونده 67|فاجعه 67|جنایت 67|شهدای 67|قربانیان 67|دهه 60|دهه شصت|سال 1988',
    ar: 'صيف 88|عام 88',
  },
  iran: {
    any: 'Iran*|Téhéran|Teheran*|Tehran|Tahran*|İran*|Иран*|Тегеран*|Khomeini|Khomeiny|Chomeini|Jomeini|Khomeyni|Humeyni*|إيران*|الإيراني*|ایران*|خمینی|الخميني|Mojahedin*|Mujahedin*|Хомейни|Ahvaz|Ahwaz|Mashhad|Evin|Gohardasht*|Gohardacht*|Gohardascht*|Khavaran|Гохардашт*|گوهردشت|خاوران|اهواز|مشهد|اوین',
  },
  killing: {
    en: 'murdering|slaughtering|massacring|liquidating|exterminating|strangled|shootings|kill|kills|massacre|massacres|massacred|execution|executions|executed|execute|killing|killings|killed|purge|purges|slaughter|slaughtered|hanged|hangings|shot|murdered|murder|genocide|dead|deaths|died|death toll|put to death|atrocity|atrocities|perished|lost their lives|disappeared|crime|crimes|Khavaran|mass grave|mass graves|burial|hang|hanging|slain|gallows|noose|to their deaths|sent to death|eliminated|elimination|exterminated|liquidated|wiped out|firing squad|firing squads|mass killing|mass killings|bloodbath|murders|lives were taken|liquidation|liquidations|wiping out|slaying|slayings|extermination|annihilat*|butchered|butchery|carnage|hung|strung up|did away with|done away with|gotten rid of|got rid of|bloodletting|mass crime|state murder|sent to die|to their death|disappearance|disappearances|vanished|never came out|never returned|did not return|never came back|did not come back|cranes|scaffold|felled|cull|shot down|put against the wall|lost his life|lost her life|perish|the slain',
    fr: 'meurtre|meurtres|assassinat|assassinats|étranglé*|fusillade*|pendre|massacre|massacres|massacré*|exécution|exécutions|exécuté*|tuerie|tueries|tué|tués|tuées|purge|purges|pendu|pendus|pendues|pendaison|pendaisons|péri|morts|mort|assassiné*|génocide|fusillé*|mis à mort|mises à mort|crime|crimes|fosse commune|fosses communes|pogrom|disparus|élimination|éliminé*|liquidé*|liquidation|potence|potences|pendre|pendait|à la mort|bain de sang|supprimé*|exterminé*|anéanti*|extermination|exterminations|liquidations|passés par les armes|passé par les armes|pelotons d exécution|hécatombe|carnage|boucherie|fauché*|gibet|périrent|périr|abattu*|trucidé*|décimé*|ne sont jamais revenus|ne sont pas revenus|ne revinrent pas|ôté la vie|pendirent|pendu haut',
    de: 'Mord|Mordes|Massenmorde*|Erhängte*|Erhängung*|Erschießung*|Gehängte*|Mordserie|Galgen|kamen ums Leben|*massaker*|Hinrichtung*|*hinrichtungen|hingerichtet*|hinrichten|getötet*|Tötung*|ermordet*|Ermordung*|Morde|gehängt*|erhängt*|erschossen*|Tote|Toten|Todesopfer|umgebracht*|Völkermord*|starben|Säuberung*|Verbrechen|Massengr*|Massenmord*|Exekution*|exekutiert*|hängen|erhängen|aufhängen|gehenkt*|Galgen|Strang|in den Tod|Liquidierung*|liquidiert*|Blutbad*|Vernichtung|Hinrichtungswelle*|Gefangenentötung*|Massentötung*|ausgelöscht*|beseitigt*|Beseitigung|aufgeknüpft*|niedergemetzelt*|abgeschlachtet*|Gemetzel|ausgerottet*|Ausrottung|verschwanden|kamen nie zurück|kehrten nie zurück|kehrten nicht zurück|umkamen|umzubringen|umbringen|hängte|Todesurteil*|verscharrt*|Räumung|Vernichtung*|sterben|fielen zum Opfer|Strick|Tod',
    sv: 'mordet|morden|dödandet|mördandet|likvidering*|dödades|hängningar*|sätta livet till|satte livet till|sattes livet till|*massak*|*avrätt*|dödad*|dödade*|mördad*|mördade*|mord|hängd*|hängdes|dog|döda|folkmord*|utrensning*|brott|massgrav*|omkom*|hänga|hängas|hängts|hängning*|galge*|i döden|blodbad*|likvider*|mörda|mördats|miste livet|dödats|utplån*|avliv*|arkebuser*|utrot*|röjdes ur vägen|röjas ur vägen|slakt*|skjutna|sköts|bragtes om livet|berövades livet|kom aldrig tillbaka|återvände aldrig|försvann|galgarna|rep|dödsdom*|undanröj*',
    no: 'drapene|drapet|mordet|mordene|likvidering*|hengning*|henging*|drepingen|*massakr*|*henrettels*|henrettet*|drept*|drepte|drap|hengt|døde|folkemord*|utrensk*|likvidert*|forbrytels*|massegrav*|omkom*|henge|henges|hengte|galge*|i døden|blodbad*|mord|myrde*|mistet livet|henrett*|utrydd*|avliv*|slakt*|skutt|tatt av dage|kom aldrig tilbake|vendte aldri tilbake|forsvant|ryddet av veien|dødsdom*|utslett*|*drap',
    da: 'drabet|drabene|mordet|mordene|likvidering*|hængning*|drab på|*massak*|*henrettels*|henrettet|henrettede|dræbt*|drab|mord|hængt|døde|folkedrab*|udrensning*|likvideret*|forbrydels*|massegrav*|omkom*|hænge|hænges|hængte|galge*|i døden|blodbad*|myrde*|mistede livet|henrett*|udrydd*|aflivet|aflive*|skudt|taget af dage|kom aldrig tilbage|vendte aldrig tilbage|forsvandt|ryddet af vejen|dødsdom*|udslett*|*drab',
    es: 'muertes|ahorcamiento*|asesinando|ahorcando|masacre|masacres|masacrad*|matanza|matanzas|ejecución|ejecuciones|ejecutad*|asesinad*|asesinato|asesinatos|ahorcad*|muertos|muertas|muerte|fusilad*|purga|purgas|genocidio|crimen|crímenes|fosa común|fosas comunes|murieron|perecieron|víctimas mortales|horca|horcas|patíbulo|ahorcar|ahorcó|ahorcaron|a la muerte|eliminación|eliminad*|exterminio|baño de sangre|mató|mataron|murió|aniquilad*|aniquilación|exterminad*|exterminar|liquidad*|liquidación|colgad*|colgaron|ajusticiad*|fusilamiento*|fusilaron|cadalso|paredón|soga|carnicería|desaparecieron|no volvieron|nunca volvieron|perdieron la vida|ejecutó|ejecutaron',
    it: 'uccidendo|omicidi|omicidio|fucilazioni|impiccagion*|massacro|massacri|massacrat*|strage|stragi|esecuzione|esecuzioni|giustiziat*|uccis*|uccisione|uccisioni|impiccat*|morti|morte|fucilat*|assassinat*|eccidio|genocidio|purga|purghe|crimine|crimini|fosse comuni|fossa comune|persero la vita|impiccare|impiccò|impiccarono|patibolo|forca|a morte|alla morte|eliminazione|eliminat*|sterminio|bagno di sangue|morirono|uccidere|annientat*|sterminat*|soppress*|trucidat*|liquidat*|liquidazione|ammazzat*|cappio|mattanza|eccidi|epurazione|epurazioni|non tornarono|sparirono|messi a morte|messe a morte|fucilazion*|morì',
    nl: 'ophanging|gehangenen|doodslag|galgen|*massamoord*|*bloedbad|massaker|massacre|*executie*|geëxecuteerd*|terechtgesteld*|terechtstelling*|gedood*|vermoord*|moord*|opgehangen|doden|dood|genocide|zuivering*|massagra*|omgebracht*|misdaad|misdaden|slachting*|ophangen|ophanging*|galg|de dood in|liquidatie*|geliquideerd*|stierven|omkwamen|kwamen om|vermoordde*|uitgeroeid*|uitroeiing|afgeslacht*|opgeknoopt*|gehangen|ombrengen|gefusilleerd*|doodgeschoten|strop|kwamen nooit terug|keerden nooit terug|verdwenen|vernietiging|gruweldaad|ter dood gebracht*|slachtpartij|gevangenismoord*',
    tr: 'katliam*|katledil*|infaz*|idam*|öldürül*|ölü|ölüm*|asıl*|asıldı|soykırım*|can verdi|toplu mezar*|tasfiye*|hayatını kaybet*|darağac*|ipe|ölüme|kıyım*|asarak|cellat*|yok edil*|asma*|imha*|sehpa*|urgan*|kurşuna diz*|geri dönmedi|yitirdi|yaşamını yitir*|katlet*|kıyıl*',
    ru: 'казн*|резн*|убийств*|убит*|погибл*|погром*|расправ*|бойн*|расстрел*|повешен*|массакр*|жертв*|геноцид*|чистк*|братск* могил*|преступлени*|повес*|виселиц*|вешал*|казнит*|на смерть|уничтож*|ликвидир*|убил*|умер*|смерт*|истребл*|истреб*|умерщвл*|ликвидаци*|на виселиц*|не вернул*|казнил*|растерз*|кровопролит*|сгинул*|исчезл*|гибел*',
    fa: 'قتل عام|قتلعام|کشتار*|اعدام*|کشته*|جان باخت*|جانباخت*|حلق آویز*|تیرباران*|فاجعه|جنایت*|نسل کشی|به دار*|شهید*|قتل|گورهای جمعی|گور جمعی|گور دسته جمعی|کشتند|کشت|سربه نیست|چوبه دار|طناب دار|از دار|نابود*|حذف فیزیکی|پاکسازی|اعدامی*|خون|مرگ|جان باختند|سربدار*|سر به دار*|سربه دار*|به دار آویخت*|طناب|تصفیه|جان سپرد*|جان گرفت*|به خاک افتاد*|جوخه|قتلگاه|از بین برد*|دار زد*|بازنگشت*|برنگشت*|جانباختگان|جان فشان*',
    ar: 'مجزرة|مجزره|المجزرة|مجازر|مذبحة|المذبحة|مذابح|إعدام*|اعدام*|أعدم*|أُعدموا|اعدموا|قتل*|مقتل|قتلى|القتلى|شنق*|إبادة|ضحايا|جريمة|جرائم|تصفية|شهيد|شهداء|مقابر جماعية|راح ضحيتها|أودت|المشنقة|مشنقة|الموت|حبل المشنقة|سقطوا|أودى|تصفيات|الإعدام|الإعدامات|شُنق*|بإعدام|أعواد المشانق|المشانق|مشانق|إبادتهم|أبيد*|لقوا حتفهم|رميا بالرصاص|بالرصاص|التصفية|صفوا|تصفيتهم|لم يعودوا|ذبح|أزهق*|حمام دم|شهيدا|قضوا',
    fi: '*teloit*|joukkomurha*|murha*|surma*|verilöyly*|kuoli*|tapett*|hirtet*|hirttä*|tapo*|teurast*|kuolema*|tapatti|tapattanut|tapettiin|tappoi|*surm*|*murh*|hirsipuu*|likvidoi*|puhdistu*|katosi*|lahdat*|menehty*|joukkohau*',
    pl: 'masakr*|egzekucj*|stracon*|zamordowan*|zabit*|rzezi|ludobójstw*|powiesz*|szubienic*|mord*|śmier*|zginę*|rozstrzel*|wymordow*|wytrac*|wieszan*|stracił* życie|likwidac*|stryczk*|egzekuc*|czystk*|nie wrócil*|zagład*|eksterminac*',
  },
  'other-event': {
    any: 'Halabja*|Halabdscha*|Halabdja*|Halepçe*|Халабдж*|حلبجة|حلبچه|حلبجه|Sumgait*|Sumqayit*|Soumgaït*|Сумгаит*|Srebrenica*|Сребрениц*|Burma|Burmese|Birmanie|Birmania|Myanmar*|Rangoon|8888|Бирм*|میانمار|Iran Air|Flight 655|Flug 655|vol 655|vuelo 655|volo 655|Vincennes|Airbus|ایرباس|Ramstein*|Rwanda*|Ruanda*|Руанд*|Tutsi*|رواندا|Shatila|Chatila|Sabra|شاتيلا|صبرا|Sardasht|سردشت|Lockerbie|Tiananmen|Artsakh|Karabakh|Karabach|Karabagh|Карабах*|Guatemala|Holocaust|Holodomor|Thiaroye|Armenian genocide|Bosnia*|Dujail|Camp Ashraf|Camp Liberty|Anfal|أنفال',
  },
  /** The battle of the same week; its dead are others. */
  battle: { any: 'Mersad|چهارزبر|Chahar Zebar|مرصاد|Eternal Light|Forough|فروغ جاویدان|Мерсад' },
  /** Killings of today, whose tolls use the same numbers. */
  'other-time': {
    en: 'protest|protests|protesters|demonstrators|uprising|uprisings|this year|last year|this month|crackdown|so far|since January|in January|bomb|bombing|missile|Covid|coronavirus|earthquake|demonstrated|rallied|marched|since New Year|in the past year|past twelve months|in a month|annual report|yearly survey|Iranian year',
    fr: 'manifestants|manifestations|soulèvement|cette année|depuis janvier|en janvier|séisme|ont manifesté|coronavirus|l an dernier|l année dernière|depuis le début de l année|ce mois|en un mois',
    de: 'Protest*|Demonstrant*|Aufstand*|Aufstände|dieses Jahr|seit Januar|im Januar|demonstrierten|Corona*|im vergangenen Jahr|letztes Jahr|in diesem Jahr|im vorigen Jahr|diesen Monat',
    sv: 'protest*|demonstr*|uppror*|i år|hittills|coronavirus*|förra året|under året|sedan januari|den här månaden',
    no: 'protest*|demonstr*|opprør*|i år|hittil|i fjor|siden januar|denne måneden',
    da: 'protest*|demonstr*|oprør*|i år|hidtil|sidste år|i fjor|siden januar|denne måned',
    es: 'protestas|manifestantes|este año|desde enero|en enero|levantamiento|coronavirus|el año pasado|este mes|en lo que va de año',
    it: 'proteste|manifestanti|quest anno|da gennaio|rivolta|coronavirus|l anno scorso|lo scorso anno|questo mese|dall inizio dell anno',
    nl: 'protest*|demonstr*|opstand|dit jaar|sinds januari|vorig jaar|afgelopen jaar|deze maand',
    tr: 'protesto*|gösteri*|bu yıl|ayaklanma*|geçen yıl|bu ay|yılbaşından',
    ru: 'протест*|демонстрант*|в этом году|восстани*|в прошлом году|с начала года|с января|в этом месяце',
    fa: 'معترض*|اعتراضات|خیزش|قیام|امسال|سال جاری|کرونا|تظاهرات|سال گذشته|یک ماه|این ماه|ماه گذشته|از ابتدای سال',
    ar: 'متظاهر*|احتجاج*|انتفاضة|هذا العام|العام الجاري|كورونا|تظاهر*|العام الماضي|العام المنصرم|هذا الشهر|منذ بداية العام',
  },
};
