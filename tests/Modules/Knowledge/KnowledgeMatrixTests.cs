using System.Net;
using Suiying.Knowledge;
using Suiying.Knowledge.Features;
using Suiying.Knowledge.Model;
using Suiying.Testing;

namespace Suiying.Tests.Knowledge;

/// <summary>Every use case that asks who acts, by everybody; every page by everybody. A new one fails here until it is listed.</summary>
public sealed class KnowledgeMatrixTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly string[] Everybody =
    [
        "agent",
        "dispatcher",
        "reviewer",
        "callback",
        "supervisor",
        "leader",
        "east1",
        "water",
        "sysadmin",
        "secadmin",
        "auditadmin",
        "visitor",
    ];

    private const string Readers = "agent dispatcher reviewer callback supervisor leader east1 water";

    private readonly Library library = new(app);

    /// <summary>Who is let in; what they then hear about the thing itself is another matter.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        [nameof(AnswerReport)] = "east1",
        [nameof(DecideItem)] = "reviewer supervisor",
        [nameof(ImportItems)] = "reviewer east1 water",
        [nameof(KeepTallies)] = "",
        [nameof(ListItems)] = Readers,
        [nameof(ListMissed)] = "reviewer supervisor east1 water",
        [nameof(LoadDemoItems)] = "",
        [nameof(ReadItem)] = Readers,
        [nameof(ReportError)] = Readers + " visitor",
        [nameof(SaveItem)] = "east1",
    };

    [Fact]
    public void Every_use_case_that_asks_who_acts_stands_in_the_matrix()
    {
        var asking = typeof(KnowledgeModule)
            .Assembly.GetTypes()
            .Where(t => t.GetMethod("Run")?.GetParameters().Any(p => p.ParameterType == typeof(Actor)) == true)
            .Select(t => t.Name);
        Assert.Equal(Allowed.Keys.Order(), asking.Order());
    }

    [Fact]
    public async Task Everybody_gets_from_every_use_case_what_their_role_allows()
    {
        var wrong = new List<string>();
        foreach (var (useCase, allowed) in Allowed)
        {
            foreach (var login in Everybody)
            {
                var by = login == "visitor" ? Actor.Visitor : await library.Staff(login);
                var refusal = await Try(useCase, by);
                var let = refusal is not (NotAllowed or NotFound);
                if (let != allowed.Split(' ').Contains(login))
                    wrong.Add($"{login} {useCase}: {refusal?.Code ?? "done"}");
            }
        }
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/desk/knowledge", Readers)]
    [InlineData("/desk/knowledge/edit", "east1 water")]
    [InlineData("/desk/knowledge/import", "reviewer east1 water")]
    [InlineData("/desk/knowledge/missed", "reviewer supervisor east1 water")]
    [InlineData("/desk/knowledge/template.csv", "reviewer east1 water")]
    [InlineData("/knowledge", Readers + " sysadmin secadmin auditadmin visitor")]
    [InlineData("/knowledge.csv", Readers + " sysadmin secadmin auditadmin visitor")]
    [InlineData("/api/knowledge", Readers + " sysadmin secadmin auditadmin visitor")]
    public async Task A_page_opens_for_those_whose_it_is(string path, string allowed)
    {
        foreach (var login in Everybody)
        {
            using var browser = login == "visitor" ? app.Visitor() : await app.SignIn(login);
            var page = await browser.Get(path);
            var open = page.Status == HttpStatusCode.OK && page.Address.AbsolutePath == path;
            Assert.True(open == allowed.Split(' ').Contains(login), $"{login} {path}: {(int)page.Status} {page.Address}");
        }
    }

    private async Task<Refusal?> Try(string useCase, Actor by)
    {
        var id = await library.Published(Library.Content("矩阵里的问题", "带身份证到窗口办理，当场办好。"));
        var none = Library.None;
        switch (useCase)
        {
            case nameof(AnswerReport):
                _ = (await library.Report(Actor.Visitor, id, "写错了一处")).Value;
                var report = (await library.Read("east1", id)).Value.Reports[0].Id;
                var answer = new AnswerReport.Command
                {
                    Report = report,
                    Action = ReportAction.Keep,
                    Answer = "没有错",
                };
                return (await app.Use<AnswerReport, Outcome<Guid>>(u => u.Run(answer, by, none))).Refusal;
            case nameof(DecideItem):
                var withdraw = new DecideItem.Command
                {
                    Item = id,
                    Action = KnowledgeAction.Withdraw,
                    Why = "不再适用",
                };
                return (await app.Use<DecideItem, Outcome<Guid>>(u => u.Run(withdraw, by, none))).Refusal;
            case nameof(ImportItems):
                var import = new ImportItems.Command
                {
                    FileName = "a.csv",
                    Content = "标题,答案\n"u8.ToArray(),
                    Load = true,
                };
                return (await app.Use<ImportItems, Outcome<ImportItems.Summary>>(u => u.Run(import, by, none))).Refusal;
            case nameof(KeepTallies):
                return (await app.Use<KeepTallies, Outcome<int>>(u => u.Run(new KeepTallies.Command(), by, none))).Refusal;
            case nameof(ListItems):
                return (await app.Use<ListItems, Outcome<Slice<ListItems.Line>>>(u => u.Run(new ListItems.Query(), by, none))).Refusal;
            case nameof(ListMissed):
                return (await app.Use<ListMissed, Outcome<IReadOnlyList<ListMissed.Missed>>>(u => u.Run(by, none))).Refusal;
            case nameof(LoadDemoItems):
                return (
                    await app.Use<LoadDemoItems, Outcome<int>>(u => u.Run(new LoadDemoItems.Command { Path = "none" }, by, none))
                ).Refusal;
            case nameof(ReadItem):
                return (await app.Use<ReadItem, Outcome<ReadItem.Detail>>(u => u.Run(id, by, false, none))).Refusal;
            case nameof(ReportError):
                return (await library.Report(by, id, "写错了一处")).Refusal;
            default:
                var save = new SaveItem.Command
                {
                    Item = id,
                    Content = Library.Content("矩阵里的问题", "带户口本到窗口办理，当场办好。"),
                    Why = "改了材料",
                };
                return (await app.Use<SaveItem, Outcome<Guid>>(u => u.Run(save, by, none))).Refusal;
        }
    }
}
