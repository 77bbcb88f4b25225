import { broadsheet } from './broadsheet.ts';
import { institution } from './institution.ts';
import { magazine } from './magazine.ts';
import type { PageView } from './page-view.ts';
import { portal } from './portal.ts';
import { weblog } from './weblog.ts';

const templates = { broadsheet, portal, magazine, weblog, institution };

/** The article's page in its outlet's template, as text. */
export function writePage(view: PageView): string {
  return templates[view.outlet.page.template](view);
}
