import { type BillLine, type ServiceSum, sumByService } from '../cost/bill.ts';
import type { CostReport, StageCost } from '../cost/cost-report.ts';
import { displayDollars, displayQuantity } from '../cost/display-quantity.ts';
import { type Html, html } from '../digest/html-template.ts';
import { layout } from './layout.ts';
import type { Visitor } from './visitor.ts';

export interface CostPageOptions {
  /** Of AWS's own functions; what is used at home is billed to nobody. */
  isBilled: boolean;
  visitor?: Visitor | undefined;
}

/** What was used of AWS and what it costs; where nothing is billed, what it would cost. */
export function costPage(report: CostReport, { isBilled, visitor }: CostPageOptions): string {
  const { month, lastDay } = report;
  return layout(
    { title: 'Cost', path: '/cost', visitor },
    html`<div class="head"><h1>Cost</h1>${lead(report, isBilled)}</div>`,
    lastDay === undefined
      ? html`<p class="empty">Nothing was metered in ${month} yet. The stages count what they use while they run.</p>`
      : body(report),
  );
}

function lead({ month, region, pricesAsOf }: CostReport, isBilled: boolean): Html {
  const where = isBilled
    ? html`What ${month} used of AWS`
    : html`Nothing here is billed: what ${month} <strong>would cost in AWS</strong>`;
  return html`<p class="lead">${where}, in ${region}, at the list prices of ${pricesAsOf}, in US dollars.</p>`;
}

function body(report: CostReport): Html {
  const { month, monthToDate, lastDay, byStage, standing } = report;
  const { articles, relevantArticles } = monthToDate.usage;
  return html`<dl class="figures">
${figure(`Metered in ${month}`, monthToDate.bill.listDollars, 'at the list price')}
${lastDay && figure(`On ${lastDay.day}`, lastDay.bill.listDollars, 'the last day metered, at the list price')}
${figure('A thousand articles', report.aThousandArticles, `of ${displayQuantity(articles)} read`)}
${figure('A relevant article', report.aRelevantArticle, `of ${displayQuantity(relevantArticles)} recorded`)}
${figure('The whole month', report.projected?.bill.dollars, projectionNote(report))}
</dl>
${projection(report)}
<section><h2>By unit</h2>${table(
    'Metered units',
    [
      ['Service', 'Unit'],
      [`On ${lastDay?.day}`, month, 'Dollars'],
    ],
    monthToDate.bill.lines.map((line) => unitRow(line, report)),
  )}</section>
<section><h2>By stage</h2>${table(
    'What each stage used',
    [['Stage'], ['Starts', 'GB-seconds', 'Read units', 'Write units', 'Queue requests', 'Dollars']],
    byStage.map(stageRow),
  )}</section>
<section><h2>What stands</h2><p class="meta">Estimated, not metered: it costs the same whether anything happens or not, but for what the month stores, which each later month pays again.</p>${table(
    'What stands, for the whole month',
    [
      ['Service', 'Unit'],
      ['Quantity', 'Always free', 'Dollars'],
    ],
    standing.lines.map(standingRow),
  )}</section>`;
}

function projectionNote({ projected }: CostReport): string {
  if (!projected) return 'said after one whole day';
  const listed = displayDollars(projected.bill.listDollars);
  return `at this pace, with what stands, less what is always free; $${listed} if nothing were`;
}

function figure(name: string, dollars: number | undefined, note: string): Html {
  return html`<div><dt>${name}</dt><dd><strong>${dollars === undefined ? '–' : html`$${displayDollars(dollars)}`}</strong><span class="meta">${note}</span></dd></div>`;
}

function projection({ projected }: CostReport): Html | undefined {
  if (!projected) return undefined;
  const services = sumByService(projected.bill).filter(({ dollars }) => dollars >= 0.005);
  const most = Math.max(...services.map(({ dollars }) => dollars));
  return html`<section class="bars"><h2>The whole month by service, less what is always free</h2><dl>${services
    .toSorted((a, b) => b.dollars - a.dollars)
    .map((service) => bar(service, most))}</dl></section>`;
}

function bar({ service, dollars }: ServiceSum, most: number): Html {
  const width = Math.max(1, Math.round((dollars / most) * 160));
  return html`<dt>${service}</dt><dd><svg width="${width}" height="12" aria-hidden="true"><rect width="${width}" height="12" rx="2"/></svg><span>${displayDollars(dollars)}</span></dd>`;
}

function table(label: string, [names, numbers]: [string[], string[]], rows: readonly Html[]): Html {
  const heads = [
    ...names.map((name) => html`<th scope="col">${name}</th>`),
    ...numbers.map((name) => html`<th scope="col" class="number">${name}</th>`),
  ];
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function unitRow({ service, what, unit, quantity, listDollars }: BillLine, { lastDay }: CostReport): Html {
  const day = lastDay?.bill.lines.find((line) => line.unit === unit);
  return row(
    [service, what],
    [displayQuantity(day?.quantity ?? 0), displayQuantity(quantity), displayDollars(listDollars)],
  );
}

function stageRow({ stage, usage, listDollars }: StageCost): Html {
  const { invocations, megabyteMilliseconds, readUnits, writeUnits, fifoRequests, standardRequests } = usage;
  const numbers = [
    invocations,
    megabyteMilliseconds / 1024 / 1000,
    readUnits,
    writeUnits,
    fifoRequests + standardRequests,
  ];
  return row([stage], [...numbers.map(displayQuantity), displayDollars(listDollars)]);
}

function standingRow({ service, what, quantity, freeQuantity, dollars }: BillLine): Html {
  const free = freeQuantity === 0 ? '–' : displayQuantity(freeQuantity);
  return row([service, what], [displayQuantity(quantity), free, displayDollars(dollars)]);
}

function row(names: readonly string[], numbers: readonly string[]): Html {
  return html`<tr>${names.map((name, index) => html`<td class="${index === 0 ? 'place' : 'unit'}">${name}</td>`)}${numbers.map((number) => html`<td class="number">${number}</td>`)}</tr>`;
}
