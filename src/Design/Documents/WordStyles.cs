using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suiying.Design.Documents;

/// <summary>The styles of a Word file, by Word's own names where it has one, so that its outline and table of contents find them.</summary>
internal static class WordStyles
{
    private const string Accent = "B02418";
    private const string Muted = "555F6A";

    public static void Add(MainDocumentPart main, string language)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>();
        part.Styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Arial",
                            HighAnsi = "Arial",
                            EastAsia = "微软雅黑",
                        },
                        new FontSize { Val = "21" },
                        new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = language, EastAsia = "zh-CN" }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "100",
                            Line = "320",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            Style("Normal", "Normal", isDefault: true),
            Style("Title", "Title", 40, Accent, bold: true, center: true),
            Style("Subtitle", "Subtitle", 18, Muted, center: true),
            Style("Heading1", "heading 1", 26, bold: true, outline: 0),
            Style("Caption", "caption", 20, bold: true),
            Style("Note", "Note", 16, Muted),
            Style("TableText", "Table text", 18),
            Style("TableHead", "Table head", 17, Muted, bold: true),
            Lines()
        );
    }

    private static Style Style(
        string id,
        string name,
        int? halfPoints = null,
        string? color = null,
        bool bold = false,
        bool center = false,
        int? outline = null,
        bool isDefault = false
    )
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = isDefault,
            CustomStyle = name is "Note" or "Table text" or "Table head",
        };
        if (!isDefault)
            style.Append(new BasedOn { Val = "Normal" });
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
            paragraph.Append(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "100" });
        if (center)
            paragraph.Append(new Justification { Val = JustificationValues.Center });
        if (outline is { } level)
            paragraph.Append(new OutlineLevel { Val = level });
        style.Append(paragraph);
        var run = new StyleRunProperties();
        if (bold)
            run.Append(new Bold());
        if (color is not null)
            run.Append(new Color { Val = color });
        if (halfPoints is { } size)
            run.Append(new FontSize { Val = $"{size}" });
        style.Append(run);
        return style;
    }

    private static Style Lines() =>
        new(
            new StyleName { Val = "Lines" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 6 },
                    new BottomBorder { Val = BorderValues.Single, Size = 6 },
                    new InsideHorizontalBorder
                    {
                        Val = BorderValues.Single,
                        Size = 2,
                        Color = "C8CED5",
                    }
                )
            )
        )
        {
            Type = StyleValues.Table,
            StyleId = "Lines",
            CustomStyle = true,
        };
}
