using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Tables;
using Suiying.Knowledge.Features;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;
using Suiying.Testing;
using Suiying.Tests.Cities;
using Suiying.Tests.Registry;

namespace Suiying.Tests.Knowledge;

/// <summary>Tables and documents become drafts; what is wrong is told with its place and what would be right.</summary>
public sealed class KnowledgeImportTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private readonly Library library = new(app);

    [Fact]
    public async Task Good_rows_become_drafts_and_bad_ones_are_told()
    {
        var table = """
            编号,标题,其他问法,答案,责任单位,地区,面向对象,失效日期,复核周期（天）,来源网址
            甲-1,怎么办居住证,暂住证在哪办；外地人办证,带身份证到派出所办理，当场受理。,EAST-1,990102,所有人,2026-12-31,90,
            甲-2,短,,也短,,990999,外星人,明年,九十,ftp://x
            甲-3,给别人写的问题,,带身份证到窗口办理，当场办好。,WATER,,,,,
            甲-1,怎么办居住证,,带身份证到派出所办理，当场受理。,,,,,,
            """;
        var summary = (await library.Import("east1", "a.csv", Encoding.UTF8.GetBytes(table))).Value;
        Assert.Equal((1, 3), (summary.Count(ImportItems.Fate.New), summary.Bad));
        Assert.Equal(
            ["3:answer", "3:area", "3:audience", "3:cycle", "3:title", "3:to", "3:url", "4:owner", "5:number"],
            summary.Problems.Select(p => $"{p.Row}:{p.Field}").Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(summary.Problems, p => Assert.True(p.Problem.Length > 0 && p.Expected.Length > 0));
        var item = await Only("怎么办居住证");
        Assert.Equal((KnowledgeState.Draft, "EAST-1", "甲-1"), (item.State, item.Owner, item.ExternalNumber));
        Assert.Equal(["暂住证在哪办", "外地人办证"], item.NewestVersion.Content.Variants);
    }

    [Fact]
    public async Task The_same_file_twice_is_once_and_a_changed_one_writes_the_draft_anew()
    {
        byte[] File(string answer) => Encoding.UTF8.GetBytes($"编号,标题,答案\n乙-1,路边停车怎么收费,{answer}\n");
        Assert.Equal(
            1,
            (await library.Import("east1", "b.csv", File("头半小时免费，以后按公示的价格。"))).Value.Count(ImportItems.Fate.New)
        );
        Assert.Equal(
            1,
            (await library.Import("east1", "b.csv", File("头半小时免费，以后按公示的价格。"))).Value.Count(ImportItems.Fate.Same)
        );
        Assert.Equal(
            1,
            (await library.Import("east1", "b.csv", File("头一小时免费，以后按公示的价格。"))).Value.Count(ImportItems.Fate.Changed)
        );
        var item = await Only("路边停车怎么收费");
        Assert.Equal(1, item.Newest);
        await library.Publish(item.Id);
        Assert.Equal(
            1,
            (await library.Import("east1", "b.csv", File("头两小时免费，以后按公示的价格。"))).Value.Count(ImportItems.Fate.Changed)
        );
        item = await Only("路边停车怎么收费");
        Assert.Equal((1, 2, KnowledgeState.Draft), (item.Published, item.Newest, item.State));
    }

    [Fact]
    public async Task Looking_and_none_if_bad_load_nothing()
    {
        var table = Encoding.UTF8.GetBytes("标题,答案\n健身场地怎么预约,网上预约或者到前台登记。\n坏,坏\n");
        Assert.False((await library.Import("east1", "c.csv", table, load: false)).Value.Loaded);
        Assert.False((await library.Import("east1", "c.csv", table, none: true)).Value.Loaded);
        Assert.DoesNotContain(await All(), i => i.Title == "健身场地怎么预约");
        Assert.True((await library.Import("east1", "c.csv", table)).Value.Loaded);
    }

    [Fact]
    public async Task A_workbook_is_read_by_the_houses_own_reader()
    {
        var book = XlsxFile.Of(
            [XlsxFile.Text("标题"), XlsxFile.Text("答案"), XlsxFile.Text("失效日期")],
            [XlsxFile.Text("旧衣服投到哪里"), XlsxFile.Text("小区门口的旧衣回收箱，每周清空。"), XlsxFile.Date(new DateTime(2026, 12, 31))],
            [XlsxFile.Text("算出来的标题"), XlsxFile.Formula("1+1", "2"), XlsxFile.Text("")]
        );
        var summary = (await library.Import("east1", "d.xlsx", book)).Value;
        Assert.Equal(new DateOnly(2026, 12, 31), Assert.Single(summary.Lines).Line.Content.To);
        Assert.Equal(3, Assert.Single(summary.Problems).Row);
    }

    [Fact]
    public async Task Headings_questions_and_labels_of_a_document_become_items()
    {
        var document = Word(
            ("Title", "说明"),
            ("Heading1", "献血有什么好处"),
            ("", "问：献血以后用血免费吗"),
            ("", "答：献过血的人和家属用血，按规定减免费用。"),
            ("", "依据：示例"),
            ("", "失效日期：2026年12月31日"),
            ("Heading1", "短")
        );
        var summary = (await library.Import("east1", "e.docx", document)).Value;
        var content = Assert.Single(summary.Lines).Line.Content;
        Assert.Equal(("献血有什么好处", "献过血的人和家属用血，按规定减免费用。"), (content.Title, content.Answer));
        Assert.Equal(
            (["献血以后用血免费吗"], ["示例"], new DateOnly(2026, 12, 31)),
            (content.Variants.ToArray(), content.Bases.ToArray(), content.To),
            Comparer
        );
        Assert.Contains(summary.Problems, p => p is { Row: 1, Field: "-" });
        Assert.Contains(summary.Problems, p => p is { Row: 7, Field: "title" });
        Assert.Equal(KnowledgeState.Draft, (await Only("献血有什么好处")).State);
    }

    [Fact]
    public async Task A_document_without_styles_is_read_by_its_numbers_and_questions()
    {
        var document = Word(
            ("", "一、共享单车乱停找谁"),
            ("", "城管部门会去摆放整齐。"),
            ("", "问：电动车能上楼充电吗"),
            ("", "不能，请到集中充电的地方。")
        );
        var summary = (await library.Import("east1", "f.docx", document, load: false)).Value;
        Assert.Equal(["共享单车乱停找谁", "电动车能上楼充电吗"], summary.Lines.Select(l => l.Line.Content.Title));
    }

    [Theory, InlineData("g.docx"), InlineData("g.doc"), InlineData("g.xlsx")]
    public async Task What_is_no_such_file_is_refused_with_words(string name)
    {
        var refusal = (await library.Import("east1", name, [(byte)'P', (byte)'K', 3, 4, 9, 9, 9])).Refusal;
        Assert.Equal("file", Assert.Single(refusal!.Fields).Field);
    }

    [Fact]
    public async Task A_part_that_unpacks_without_end_is_refused()
    {
        var refusal = (await library.Import("east1", "h.docx", Word(("Heading1", "很长"), ("", new string('长', 22_000_000))))).Refusal;
        Assert.Equal("file", Assert.Single(refusal!.Fields).Field);
    }

    [Fact]
    public async Task The_reviewer_says_whose_a_document_is_and_others_import_nothing()
    {
        Assert.Equal(
            "owner",
            Assert.Single((await library.Import("reviewer", "i.docx", Word(("Heading1", "标题"), ("", "答案")))).Refusal!.Fields).Field
        );
        Assert.IsType<NotAllowed>((await library.Import("agent", "i.csv", "标题,答案\n"u8.ToArray())).Refusal);
    }

    [Fact]
    public async Task The_template_is_a_table_that_can_be_imported()
    {
        var east = await app.SignIn("east1");
        var template = await east.Get("/desk/knowledge/template.csv");
        Assert.Equal("text/csv", template.ContentType);
        var summary = (await library.Import("reviewer", "t.csv", Encoding.UTF8.GetBytes(template.Text), load: false)).Value;
        Assert.Empty(summary.Problems);
        Assert.Single(summary.Lines);
    }

    [Fact]
    public async Task The_demo_of_a_pack_is_whole()
    {
        await using var house = await RegistryHouse.Open();
        foreach (var file in Directory.EnumerateFiles(CityPacksTests.Cities, "knowledge.csv", SearchOption.AllDirectories))
        {
            _ = (await house.Load(Path.GetDirectoryName(Path.GetDirectoryName(file))!)).Value;
            Assert.True(
                TableFile.TryRead(await File.ReadAllBytesAsync(file), CsvText.Read, out var table, out var problem),
                problem.ToString()
            );
            var reader = new ItemTable(table, house.Registry.Current, null, "状态", "几天前", "几天后失效", "纠错");
            Assert.Empty(reader.HeaderProblems());
            var read = reader.Read(1000);
            Assert.Empty(read.Problems);
            Assert.True(read.Lines.Count >= 20);
            // No number of anybody's, and no law that nobody looked up.
            Assert.All(read.Lines, l => Assert.Equal(("示例", ""), (string.Join('、', l.Content.Bases), l.Content.Phone)));
        }
    }

    private static IEqualityComparer<(string[], string[], DateOnly?)> Comparer { get; } =
        EqualityComparer<(string[], string[], DateOnly?)>.Create(
            (a, b) => a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2) && a.Item3 == b.Item3,
            _ => 0
        );

    private Task<List<KnowledgeItem>> All() =>
        app.Use<KnowledgeDb, List<KnowledgeItem>>(db => db.Items.AsNoTracking().Include(i => i.Versions).ToListAsync());

    private async Task<KnowledgeItem> Only(string title) => (await All()).Single(i => i.Title == title);

    private static byte[] Word(params (string Style, string Text)[] paragraphs)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles(
                new Style
                {
                    StyleId = "Heading1",
                    StyleName = new StyleName { Val = "heading 1" },
                },
                new Style
                {
                    StyleId = "Title",
                    StyleName = new StyleName { Val = "Title" },
                }
            );
            var body = new Body();
            foreach (var (style, text) in paragraphs)
            {
                var paragraph = new Paragraph(new Run(new Text(text)));
                if (style.Length > 0)
                    paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
                body.AppendChild(paragraph);
            }
            main.Document = new Document(body);
        }
        return memory.ToArray();
    }
}
