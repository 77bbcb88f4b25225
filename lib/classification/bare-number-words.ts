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
  ' rest ligger vilar hviler ruhen rusten descansan riposano led sent taken marched dragged being menés conduits envoyés geführt geschickt gebracht förda fördes sända ført sendt' +
  ' llevados enviados conducidos mandados portati mandati condotti geleid gestuurd gebracht götürüldü gönderildi' +
  ' отправили отправлены отправлено повели اقتيدوا أرسلوا سيقوا فرستاده برده' +
  ' weitere anderen andere autres otros otras altri altre andra andre daha ещё آخرون آخرين' +
  ' het salirono finirono andarono caddero subieron cayeron montèrent allèrent tombèrent gingen fielen bestiegen' +
  ' gick fördes föll gikk falt faldt vielen gitti düştü canına canını boylu пошли взошли пали رفتند افتادند سقطوا ذهبوا';
