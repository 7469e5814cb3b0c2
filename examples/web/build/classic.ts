// A browser loads no module from a file share: the page's script becomes a classic one.
import type { Plugin } from 'vite';

export function classic(): Plugin {
  return {
    name: 'classic-script',
    enforce: 'post',
    transformIndexHtml: (html) =>
      html.replace(/<script type="module"[^>]* src=/g, '<script defer src=').replaceAll(' crossorigin', ''),
  };
}
