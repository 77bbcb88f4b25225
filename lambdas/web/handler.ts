import { handle } from 'hono/aws-lambda';
import { observed } from '../../lib/aws/telemetry.ts';
import { webServices } from '../../lib/services.ts';
import { createWebApp } from '../../lib/web/create-web-app.ts';

const services = webServices();
export const handler = observed('web', handle(createWebApp(services)), services);
