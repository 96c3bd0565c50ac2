/** The picture that the server has drawn. */
export const PlotBefore = ({ svg }: { readonly svg: string }) => (
  // biome-ignore lint/security/noDangerouslySetInnerHtml: it stood in the HTML of this page already
  <div className="plot-before" dangerouslySetInnerHTML={{ __html: svg }} />
)
