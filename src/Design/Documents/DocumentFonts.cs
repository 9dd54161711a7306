using SkiaSharp;

namespace Suiying.Design.Documents;

/// <summary>The machine's own fonts for Chinese; none is shipped.</summary>
public sealed class DocumentFonts
{
    /// <summary>What systems have, plain sans serif first.</summary>
    private static readonly string[] Families =
    [
        "Noto Sans CJK SC",
        "Noto Sans SC",
        "Source Han Sans SC",
        "Microsoft YaHei",
        "PingFang SC",
        "WenQuanYi Zen Hei",
        "WenQuanYi Micro Hei",
        "Droid Sans Fallback",
    ];

    private static readonly Lazy<DocumentFonts?> Found = new(() => Find(SKFontManager.Default));

    private readonly Lazy<Dictionary<int, int>> ideographs;

    private DocumentFonts(SKTypeface regular, SKTypeface bold)
    {
        (Regular, Bold) = (regular, bold);
        ideographs = new Lazy<Dictionary<int, int>>(() => SameGlyphs(regular));
    }

    /// <summary>Null where the machine has no font with Chinese characters.</summary>
    public static DocumentFonts? OfMachine => Found.Value;

    internal SKTypeface Regular { get; }

    internal SKTypeface Bold { get; }

    /// <summary>Code points of radicals (⽇, U+2E80 to U+2FDF) to the characters (日) that share their glyph.</summary>
    internal IReadOnlyDictionary<int, int> Ideographs => ideographs.Value;

    private static Dictionary<int, int> SameGlyphs(SKTypeface face)
    {
        using var font = new SKFont(face);
        var characters = new Dictionary<ushort, int>();
        for (var code = 0x4E00; code <= 0x9FFF; code++)
            characters.TryAdd(font.GetGlyph(code), code);
        return Enumerable
            .Range(0x2E80, 0x2FE0 - 0x2E80)
            .Select(code => (Code: code, Glyph: font.GetGlyph(code)))
            .Where(r => r.Glyph != 0 && characters.ContainsKey(r.Glyph))
            .ToDictionary(r => r.Code, r => characters[r.Glyph]);
    }

    private static DocumentFonts? Find(SKFontManager fonts)
    {
        var regular =
            Families.Select(f => fonts.MatchFamily(f, SKFontStyle.Normal)).FirstOrDefault(f => f?.ContainsGlyph('保') == true)
            ?? fonts.MatchCharacter('保');
        if (regular?.ContainsGlyph('保') != true)
            return null;
        var bold = fonts.MatchFamily(regular.FamilyName, SKFontStyle.Bold);
        return new DocumentFonts(regular, bold?.ContainsGlyph('保') == true ? bold : regular);
    }
}
