import { type ReportMonthNeeds, reportMonth } from '../cost/report-month.ts';
import { UserError } from '../errors.ts';
import type { CommandIo } from './command-io.ts';
import { printCostReport } from './print-cost-report.ts';

export interface CostOptions {
  month?: string | undefined;
  json?: boolean | undefined;
}

/** Prints what the last day and the month used of AWS, and what that costs or would cost. */
export async function costCommand(options: CostOptions, needs: ReportMonthNeeds, io: CommandIo): Promise<void> {
  const { month } = options;
  if (month !== undefined && !/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) {
    throw new UserError(`--month ${month}: write a month as YYYY-MM, for example 2026-11`, 2);
  }
  const thisMonth = needs.now().toISOString().slice(0, 7);
  if (month !== undefined && month > thisMonth) throw new UserError(`--month ${month} has not begun`, 2);
  const report = await reportMonth(month, needs);
  if (options.json) return io.stdout(JSON.stringify(report, null, 2));
  if (report.lastDay === undefined) {
    return io.stderr(
      `nothing was metered in ${report.month}: the stages count what they use while they run ("npm start", "run --once", or a deployed stack)`,
    );
  }
  io.stdout(printCostReport(report));
}
