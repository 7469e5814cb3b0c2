import { parentPort } from 'node:worker_threads';
import '../node.js';
import { serve } from './serve.js';

parentPort.on('message', (call) => serve((message) => parentPort.postMessage(message), call));
