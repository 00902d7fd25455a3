/** How the page looks on A4: in the light colours, without controls, works kept whole where they fit. */
export const PRINT_STYLE = `
@page {
  size: A4; margin: 14mm 13mm 16mm;
  @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; color: #566072; }
}
@media print {
  :root { color-scheme: light; --page: #fff; }
  html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  html { font-size: 12px; }
  body { font-size: 8.5pt; line-height: 1.45; }
  nav, .skip, .filters, .now, .scripted, #nothing { display: none !important; }
  .filtered .filters { display: block !important; position: static; border: 0; } .filtered .filters > :not(.hits) { display: none; }
  .top, main, footer { max-width: none; padding: 0; }
  .top { padding-top: 0; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; } h3 { font-size: 10pt; }
  main > section { margin-top: 6mm; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, thead, summary, .legend:not(:last-child), section > .quiet { break-after: avoid; }
  .legend:last-child { break-before: avoid; }
  .work, .finding, .rule, .verdict, .deadline, .frames, .timeline, .asked, tr, ol.next li { break-inside: avoid; }
  .work { content-visibility: visible; margin-top: 3mm; padding: 2.5mm 3.5mm; }
  .columns { gap: 2mm 6mm; }
  .scroll { overflow: visible; } tfoot { display: table-row-group; }
  details:not([open]) { display: none; }
  details.checks:not([open]) { display: block; } .checks > summary { color: inherit; list-style: none; }
}
`;
