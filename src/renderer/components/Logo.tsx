const colors = ['#3B6FB6', '#E08A1E', '#2E9E6B', '#C44E7A', '#0F6B6B', '#D4B106', '#8A63C7', '#B5523B', '#17A2B8'];

/** Nine tiles of a mosaic. */
export const Logo = ({ size }: { readonly size: number }) => {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      {colors.map((color, at) => (
        <rect
          key={color}
          x={1 + (at % 3) * 10.5}
          y={1 + Math.floor(at / 3) * 10.5}
          width="9"
          height="9"
          rx="2"
          fill={color}
        />
      ))}
    </svg>
  );
};
