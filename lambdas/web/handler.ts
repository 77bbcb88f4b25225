import { handle } from 'hono/aws-lambda';
import { processServices } from '../../lib/services.ts';
import { createWebApp } from '../../lib/web/create-web-app.ts';

export const handler = handle(createWebApp(processServices()));
