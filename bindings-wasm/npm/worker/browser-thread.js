import init from '../innovation_wasm.js';
import { serve } from './serve.js';

const ready = init();

self.onmessage = ({ data }) => serve((message) => self.postMessage(message), data, ready);
