import { parseDate } from '../feeds/parse-date.ts';

const credit: readonly RegExp[] = [
  /^[([]?\s*(additional |original )?(reporting|report|writing|editing|written|edited|compiled|translated|production|graphics?|photos?|photographs?|video) (and (writing|editing|reporting) )?(by|from) .{2,250}$/i,
  /^([Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Aa]v|[Dd]oor|[Aa]f|Tekst|Texte|Texto|Testo|Text|نویسنده|گزارش(گر)?|بقلم|كتب|إعداد|ترجمه)\s*:?\s+(\p{Lu}|[\p{Script=Arabic}])[^.!?]{2,70}$/u,
  /^(by|von|par|por|di|av|door|af)\s.{0,30}(desk|staff|team|correspondents?|newsroom|reporters?|bureau|redak\p{L}+|redac\p{L}+|rédac\p{L}+|redaz\p{L}+)(?![\p{L}])[^.!?]{0,60}$/iu,
  /^[^.]{2,200}\b(contributed (reporting|to this (report|article|story)|research)|contributing (writer|reporting)s?)\b.{0,60}\.?$/i,
  /^(sources?|quellen?|mit material von|fuentes?|fonti?|fonte|källor|källa|bron|kaynak|via|منبع|المصدر|reporter|author|editor|autor)\s*[:：]\s*.{1,100}$|^mit (material|informationen) (von|der)\b.{1,80}$/iu,
  /^via \S.{0,40}$/i,
  /^\(?\p{L}{2,4}(\/\p{L}{2,4}){1,3}\)?$/u,
  /^(dieses thema im programm\s*:|über dieses thema berichtete(?![\p{L}])).{1,120}$/iu,
  /^\(\p{L}{2,10}(\/[\p{L}\p{N}. ]{1,12}){1,4}\)$/u,
  /^(das (gespräch|interview) führten?|interview (by|conducted by|von|door)|propos recueillis par|entrevista (realizada )?por|intervista (a cura )?di)(?![\p{L}]).{1,80}$/iu,
  /^[([]?(afp|ap|reuters|dpa|epd|kna|apa|sda|ats|efe|ansa|tt|ntb|ritzau|anp|belga|upi|ians|pti|isna|irna)([/, -]+\p{L}{2,12}){0,3}[)\]]?\.?$/iu,
  /^(published|posted|updated|last (updated|modified)|first published|created|publié|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado|pubblicato|aggiornato|publicerad|uppdaterad|gepubliceerd|تاریخ انتشار|تاريخ النشر|نُشر|به‌روزرسانی)(\s+(on|at|in|le|am|el|il|den|op))?(?![\p{L}])\s*:?\s*.{0,80}$|^stand\s*:\s*.{0,80}$/iu,
  /^[^\p{L}]{0,40}(posted by|published by|publicado por|escrito por|veröffentlicht von|publié par|pubblicato da)(?![\p{L}]).{0,80}$/iu,
  /^(this|the|a version of this) (story|article|post|piece|column) (was |is )?(originally |first |also )?(appeared|appears|(originally |first )?published \p{L}+ (\d|\p{Lu})|featured|cross-posted)\b|^the post .{5,200}\b(appeared|published) first on\b|^cross-posted\b/iu,
  /^(dieser (artikel|beitrag|text) (ist |erschien |wurde )(zuerst|zunächst|ursprünglich)|cet article (a été|est) (d’abord |initialement )?(publié|paru)|este artículo (fue |se )(publicado|publicó)|questo articolo (è stato|è) (originariamente )?pubblicato|artikeln publicerades (först|ursprungligen))(?![\p{L}])/iu,
  /^(citation|references?|more information|journal reference)\s*:|\bdoi:? ?10\.\d{4}/i,
  /\bclick here for (more|full|further)\b|\bby clicking here\W*$/i,
  /^read the (original|full) (article|story|post|report)\b.{0,80}$/i,
  /^(read more|more (stories|articles|news|coverage) (from|on|by)|more from)\b.{0,120}$/i,
  /^[-–—*#•.\s_=]{1,40}$/,
];

/** What a call to get in touch leads to. */
const callTarget = /(^|[\s(])@\w{2,}|\S@\S+\.\w{2,}|https?:\/\/|www\.\w|\b(us|our|me|my|tips?)\b/i;
const callOpening =
  /^[("“]?(reach|contact|e-?mail|write to|follow|(have|got) a (news )?tip|do you have|send (us|your)|for more|with a tip|read more|learn more|folgen sie|kontakt|suivez|contactez|sígu\p{L}+|escrib\p{L}+|segui|scriv\p{L}+ a|följ|mejla)(?![\p{L}])/iu;
const callWithin =
  /\b(can|may) be (reached|contacted) (at|via|on|by)\b|\bfollow (us|me|her|him|them|the author|@\w+|\p{Lu}\S+( \p{Lu}\S+)?) (on|at|@)/u;

/** Bylines, credits and calls to get in touch: not the article's where they stand at its head or its end. */
export function isCredit(line: string): boolean {
  if (line.length >= 450) return false;
  if (credit.some((pattern) => pattern.test(line))) return true;
  return callWithin.test(line) || (callOpening.test(line) && callTarget.test(line));
}

const biography: readonly RegExp[] = [
  /^(\p{Lu}\S+ ){1,4}(is|was|has been) (an?|the|\S+[’']s)\b.{0,80}\b(reporter|editor|writer|journalist|columnist|correspondent|contribut\p{L}+|author|freelancer|fellow|professor|analyst)\b/u,
  /^(\p{L}+ ){0,3}(\p{Lu}\S+ ){1,4}((writes|covers|reports|blogs) (about|for|on|from)|currently works|has covered)\b/u,
  /^(\p{Lu}\S+ ){1,4}(ist|war) .{0,60}(redakteur|journalist|korrespondent|autor|kolumnist)(in)?(?![\p{L}])/iu,
  /^(\p{Lu}\S+ ){1,4}(est|es|è|är) .{0,40}(journaliste|correspondant|chroniqueu|periodista|corresponsal|redactor|giornalista|corrispondente|journalist|reporter)/u,
];

/** Whether a line tells who wrote the article; a sentence like any other, so only the last lines may be judged. */
export function isBiography(line: string): boolean {
  return line.length < 450 && biography.some((pattern) => pattern.test(line));
}

const datePatterns =
  /^(\p{L}{2,12},?\s+)?(\d{1,2}[./ -]|\p{L}{3,10}\.?\s+\d{1,2}(st|nd|rd|th)?,?\s+)(\p{L}{3,10}\.?|\d{1,2})?[\s,./-]*(19|20)\d{2}\b.{0,50}$|^[\d۰-۹٠-٩]{1,4}[\s/.-]+(\p{L}+|[\d۰-۹٠-٩]{1,2})[\s/.-]+[\d۰-۹٠-٩]{1,4}.{0,40}$|^\d+ (min(ute)?s?|hours?|days?|weeks?|months?|years?) (ago|read)$|^\d+[ -]min(ut\p{L}*)?\.?( \p{L}+){0,2}$/iu;
/** "lördagen den 25 augusti 2018 kl. 17.10" has three words besides the month. */
const MAX_DATE_WORDS = 5;

/** Whether a line is only a date or an age ("2 hours ago"). */
export function isDateLine(line: string): boolean {
  if (line.length >= 90) return false;
  if (datePatterns.test(line)) return true;
  const words = line.match(/\p{L}+/gu)?.length ?? 0;
  const digits = line.match(/\p{Nd}/gu)?.length ?? 0;
  return words <= MAX_DATE_WORDS && digits >= 5 && !/[@(]|[.!?]$/.test(line) && parseDate(line) !== undefined;
}
