import type { Context } from 'aws-lambda';
import { type MeterNeeds, meteredHandler } from '../aws/metered-handler.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** The page's answers with their use counted as Lambda's would be. */
export function meteredPage(fetch: Fetch, needs: MeterNeeds): (request: Request) => Promise<Response> {
  const answer = meteredHandler(
    'web',
    async (request: Request) => {
      const response = await fetch(request);
      return { response, body: Buffer.from(await response.clone().arrayBuffer()) };
    },
    needs,
  );
  return async (request) => (await answer(request, {} as Context)).response;
}
