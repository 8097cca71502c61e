import href from 'plotly.js/dist/plotly.css?url';

/**
 * plotly.js writes its rules into an inline style element, which our content policy forbids, unless it finds this
 * link: then it takes the rules to be there.
 */
export const linkPlotlyStyles = (): void => {
  const link = document.createElement('link');
  link.id = 'plotly.js-style-global';
  link.className = 'no-inline-styles';
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
};
