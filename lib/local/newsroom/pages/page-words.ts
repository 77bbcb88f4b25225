/** What a page says around its article, by language. */
interface PageWords {
  /** Home, world, culture, sport. */
  menu: readonly [string, string, string, string];
  related: string;
  mostRead: string;
  share: string;
  comments: string;
  /** A reader's comment; readers have no names here. */
  comment: string;
  reader: string;
  cookies: string;
  accept: string;
  newsletter: string;
  subscribe: string;
  photo: string;
  rights: string;
}

const words = {
  en: {
    menu: ['Home', 'World', 'Culture', 'Sport'],
    related: 'Related stories',
    mostRead: 'Most read',
    share: 'Share this article',
    comments: 'Comments',
    comment: 'Thank you for keeping this on the front page.',
    reader: 'A reader',
    cookies: 'We use cookies to measure how our pages are used. You can change your mind at any time.',
    accept: 'Accept all',
    newsletter: 'Get the morning briefing in your inbox, six days a week.',
    subscribe: 'Sign up',
    photo: 'Photo',
    rights: 'All rights reserved. An invented outlet of the Vigil demo.',
  },
  fa: {
    menu: ['خانه', 'جهان', 'فرهنگ', 'ورزش'],
    related: 'مطالب مرتبط',
    mostRead: 'پربازدیدترین‌ها',
    share: 'هم‌رسانی',
    comments: 'دیدگاه‌ها',
    comment: 'ممنون که به این موضوع پرداختید.',
    reader: 'خواننده',
    cookies: 'این سایت برای بهبود خدمات از کوکی استفاده می‌کند.',
    accept: 'می‌پذیرم',
    newsletter: 'خبرنامه روزانه را در صندوق ایمیل خود دریافت کنید.',
    subscribe: 'عضویت',
    photo: 'عکس',
    rights: 'همه حقوق محفوظ است. رسانه‌ای ساختگی برای نمایش Vigil.',
  },
  ar: {
    menu: ['الرئيسية', 'العالم', 'ثقافة', 'رياضة'],
    related: 'مواضيع ذات صلة',
    mostRead: 'الأكثر قراءة',
    share: 'شارك المقال',
    comments: 'التعليقات',
    comment: 'شكرا على هذا التقرير.',
    reader: 'قارئ',
    cookies: 'يستخدم هذا الموقع ملفات تعريف الارتباط لقياس عدد الزيارات.',
    accept: 'موافق',
    newsletter: 'اشترك في نشرتنا الصباحية ليصلك أهم الأخبار.',
    subscribe: 'اشترك',
    photo: 'صورة',
    rights: 'جميع الحقوق محفوظة. وسيلة إعلام متخيلة ضمن عرض Vigil.',
  },
  fr: {
    menu: ['Accueil', 'Monde', 'Culture', 'Sports'],
    related: 'À lire aussi',
    mostRead: 'Les plus lus',
    share: 'Partager cet article',
    comments: 'Commentaires',
    comment: 'Merci pour cet article très clair.',
    reader: 'Un lecteur',
    cookies: 'Nous utilisons des cookies pour mesurer l’audience de nos pages.',
    accept: 'Tout accepter',
    newsletter: 'Recevez chaque matin l’essentiel de l’actualité.',
    subscribe: 'S’inscrire',
    photo: 'Photo',
    rights: 'Tous droits réservés. Un titre fictif de la démonstration Vigil.',
  },
  de: {
    menu: ['Startseite', 'Welt', 'Kultur', 'Sport'],
    related: 'Mehr zum Thema',
    mostRead: 'Meistgelesen',
    share: 'Artikel teilen',
    comments: 'Kommentare',
    comment: 'Danke für diesen Bericht.',
    reader: 'Leser',
    cookies: 'Wir verwenden Cookies, um die Nutzung unserer Seiten zu messen.',
    accept: 'Alle akzeptieren',
    newsletter: 'Der Tag am Morgen: unser kostenloser Newsletter.',
    subscribe: 'Anmelden',
    photo: 'Foto',
    rights: 'Alle Rechte vorbehalten. Ein erfundenes Blatt der Vigil-Vorführung.',
  },
  sv: {
    menu: ['Start', 'Världen', 'Kultur', 'Sport'],
    related: 'Läs mer',
    mostRead: 'Mest läst',
    share: 'Dela artikeln',
    comments: 'Kommentarer',
    comment: 'Tack för en viktig artikel.',
    reader: 'En läsare',
    cookies: 'Vi använder kakor för att mäta hur sajten används.',
    accept: 'Godkänn alla',
    newsletter: 'Få morgonens viktigaste nyheter i inkorgen.',
    subscribe: 'Prenumerera',
    photo: 'Foto',
    rights: 'Alla rättigheter förbehållna. En påhittad tidning i Vigils demo.',
  },
  es: {
    menu: ['Portada', 'Internacional', 'Cultura', 'Deportes'],
    related: 'Noticias relacionadas',
    mostRead: 'Lo más leído',
    share: 'Compartir',
    comments: 'Comentarios',
    comment: 'Gracias por contarlo.',
    reader: 'Lector',
    cookies: 'Utilizamos cookies para medir la audiencia de nuestras páginas.',
    accept: 'Aceptar todo',
    newsletter: 'Reciba cada mañana las claves del día.',
    subscribe: 'Suscribirse',
    photo: 'Foto',
    rights: 'Todos los derechos reservados. Diario ficticio de la demostración de Vigil.',
  },
  it: {
    menu: ['Prima pagina', 'Esteri', 'Cultura', 'Sport'],
    related: 'Leggi anche',
    mostRead: 'I più letti',
    share: 'Condividi',
    comments: 'Commenti',
    comment: 'Grazie per questo articolo.',
    reader: 'Un lettore',
    cookies: 'Utilizziamo i cookie per misurare le visite alle nostre pagine.',
    accept: 'Accetta tutto',
    newsletter: 'Ogni mattina le notizie del giorno nella tua casella.',
    subscribe: 'Iscriviti',
    photo: 'Foto',
    rights: 'Tutti i diritti riservati. Testata immaginaria della dimostrazione di Vigil.',
  },
  nl: {
    menu: ['Voorpagina', 'Buitenland', 'Cultuur', 'Sport'],
    related: 'Lees ook',
    mostRead: 'Meest gelezen',
    share: 'Deel dit artikel',
    comments: 'Reacties',
    comment: 'Goed dat hier aandacht voor is.',
    reader: 'Een lezer',
    cookies: 'Wij gebruiken cookies om het bezoek aan onze pagina’s te meten.',
    accept: 'Alles accepteren',
    newsletter: 'Elke ochtend het belangrijkste nieuws in uw mailbox.',
    subscribe: 'Aanmelden',
    photo: 'Foto',
    rights: 'Alle rechten voorbehouden. Een verzonnen krant van de Vigil-demo.',
  },
  tr: {
    menu: ['Ana sayfa', 'Dünya', 'Kültür', 'Spor'],
    related: 'İlgili haberler',
    mostRead: 'En çok okunanlar',
    share: 'Haberi paylaş',
    comments: 'Yorumlar',
    comment: 'Bu haber için teşekkürler.',
    reader: 'Bir okur',
    cookies: 'Sayfalarımızın kullanımını ölçmek için çerez kullanıyoruz.',
    accept: 'Tümünü kabul et',
    newsletter: 'Günün haberleri her sabah e-posta kutunuzda.',
    subscribe: 'Abone ol',
    photo: 'Fotoğraf',
    rights: 'Tüm hakları saklıdır. Vigil gösterimi için kurgulanmış bir gazete.',
  },
} satisfies Record<string, PageWords>;

/** English where the language has no words of its own. */
export function wordsFor(language: string): PageWords {
  const known: Record<string, PageWords> = words;
  return known[language] ?? words.en;
}
