import { posix } from 'node:path';

export interface SourceFile {
  /** From the root of the project, with slashes. */
  path: string;
  text: string;
}

/** The domain in flow order, after what every record has: an article moves from left to right to who may read of it, imports point from right to left. */
const DOMAIN = [
  'records',
  'http',
  'feeds',
  'articles',
  'classification',
  'coverage',
  'stories',
  'digest',
  'access',
] as const;

const upTo = (folder: (typeof DOMAIN)[number]) => DOMAIN.slice(0, DOMAIN.indexOf(folder) + 1);

/** Who may import whom: folder of lib (or file beside the folders) → what it may import of lib besides errors and log. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'log.ts': [],
  'tables.ts': [],
  'pipeline.ts': ['tables.ts'],
  'settings.ts': [],
  services: [...DOMAIN, 'cost', 'aws', 'settings.ts', 'services'],
  'services.ts': ['services', 'settings.ts'],
  records: ['records'],
  http: ['records', 'http'],
  feeds: upTo('feeds'),
  articles: upTo('articles'),
  classification: upTo('classification'),
  coverage: upTo('coverage'),
  stories: upTo('stories'),
  digest: [...upTo('digest'), 'cost'],
  access: ['records', 'access'],
  cost: ['records', 'cost', 'pipeline.ts'],
  aws: [...DOMAIN, 'cost', 'aws', 'pipeline.ts', 'tables.ts'],
  web: [...DOMAIN, 'cost', 'web'],
  cli: [...DOMAIN, 'cost', 'cli'],
  stack: ['stack', 'pipeline.ts', 'tables.ts', 'settings.ts'],
  local: [...DOMAIN, 'cost', 'aws', 'web', 'cli', 'local', 'pipeline.ts', 'tables.ts', 'settings.ts', 'services.ts'],
};

const FOR_ANYONE = ['errors.ts', 'log.ts'];

/** Packages with a place of their own: everywhere else they are forbidden. Patterns of paths from the root. */
const PLACES_OF_PACKAGES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^@aws-sdk\//, /^(lib\/aws\/|lib\/local\/|test\/|bench\/)/, 'the domain never sees the AWS SDK'],
  [/^(aws-cdk-lib|constructs)(\/|$)/, /^(lib\/stack\/|bin\/app\.ts|test\/)/, 'only lib/stack sees the CDK'],
  [/^@?hono(\/|$)/, /^(lib\/web\/|lib\/local\/|lambdas\/web\/|test\/)/, 'the domain never sees Hono'],
  [/^jsdom$/, /^(lib\/articles\/readable-document\.ts|bench\/)/, 'one file imports jsdom'],
  [/^rss-parser$/, /^(lib\/feeds\/|bench\/)/, 'feeds are read in lib/feeds'],
  [/^@mozilla\/readability(\/|$)/, /^(lib\/articles\/|bench\/)/, 'pages are read in lib/articles'],
  [/^openid-client$/, /^lib\/web\/sign-in-issuer\.ts/, 'one file speaks OpenID Connect'],
  [/^oidc-provider$/, /^test\//, 'only tests need an issuer of their own'],
  [
    /^(undici|node:(https?|http2|net|tls|dgram))$/,
    /^(lib\/http\/|lib\/local\/|test\/|bench\/)/,
    'lib/http is the only way to an outside address',
  ],
  [/^commander$/, /^bin\//, 'arguments are parsed in bin'],
  [/^(dynalite|fauxqs|nodemailer)(\/|$)/, /^(lib\/local\/|test\/)/, 'only the embedded AWS needs the emulators'],
];

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"`]([^'"`$]+)/g;

/** Every breach of the table, one sentence each, in the order of the files. */
export function findBreaches(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => [
    ...importsOf(file).flatMap((name) => [...breachOfPackage(file, name), ...breachOfFolder(file, name)]),
    ...breachesOfText(file),
  ]);
}

function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
}

function breachOfPackage({ path }: SourceFile, name: string): string[] {
  return PLACES_OF_PACKAGES.filter(([pattern, place]) => pattern.test(name) && !place.test(path)).map(
    ([, , reason]) => `${path} imports ${name}: ${reason}`,
  );
}

function breachOfFolder({ path }: SourceFile, name: string): string[] {
  if (!name.startsWith('.')) return [];
  const target = posix.normalize(posix.join(posix.dirname(path), name));
  if (target.startsWith('lib/local/') && /^lambdas\//.test(path))
    return [`${path} imports ${name}: the deployed code never reaches lib/local`];
  if (!path.startsWith('lib/')) return [];
  // The local runner drives the deployed handlers themselves.
  if (path.startsWith('lib/local/') && target.startsWith('lambdas')) return [];
  if (/^(bin|lambdas|test|bench)(\/|$)/.test(target))
    return [`${path} imports ${name}: lib imports nothing of ${target.split('/')[0]}`];
  if (!target.startsWith('lib/')) return [];
  const [from, to] = [partOf(path), partOf(target)];
  if (FOR_ANYONE.includes(to)) return [];
  const allowed = MAY_IMPORT[from];
  if (!allowed) return [`${path}: lib/${from} has no row in the import table`];
  return allowed.includes(to) ? [] : [`${path} imports ${name}: lib/${from} may not import lib/${to}`];
}

const partOf = (path: string) => path.split('/')[1] ?? '';

function breachesOfText({ path, text }: SourceFile): string[] {
  const breaches: string[] = [];
  const isDomain =
    DOMAIN.some((folder) => path.startsWith(`lib/${folder}/`)) || /^lib\/(web|cli|aws|cost)\//.test(path);
  if (isDomain && /\bprocess\.env\b/.test(text))
    breaches.push(`${path} reads process.env: lib/settings.ts is its one reader`);
  if (
    isDomain &&
    !path.startsWith('lib/http/') &&
    /(?<![.\w])fetch\(/.test(withoutComments(text)) &&
    !/\bfetch\b.*=>|function fetch\(/.test(text)
  ) {
    breaches.push(`${path} calls the global fetch: lib/http is the only way to an outside address`);
  }
  if (/^lambdas\/[^/]+\/handler\.ts$/.test(path) && text.trimEnd().split('\n').length > 15)
    breaches.push(`${path} is longer than 15 lines: wiring only`);
  if (/\/(index|utils?|helpers?|common|shared)(\.ts|\/)/.test(path))
    breaches.push(`${path}: name the file after what it holds`);
  return breaches;
}

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
