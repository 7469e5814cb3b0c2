import { render } from 'preact';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/bricolage-grotesque/wght.css';
import './style/base.css';
import './style/parts.css';
import './style/rooms.css';
import './style/print.css';
import { App } from './app.tsx';
import { load } from './library/library.ts';

const page = document.getElementById('page');
if (page) {
  render(<App />, page);
  // The library is large: it comes once the door can be seen.
  requestAnimationFrame(() =>
    setTimeout(() => {
      performance.mark('first-view');
      load().then(
        () => performance.mark('library-loaded'),
        () => {},
      );
    }),
  );
}
