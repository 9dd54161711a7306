using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Testing;
using Suiying.Understanding.Features;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Tests.Understanding;

/// <summary>The page of the models: who sees it, what it says, and what a press does.</summary>
public sealed class ModelPagesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Models = "/admin/models";

    [Theory]
    [InlineData("agent")]
    [InlineData("east1")]
    [InlineData("secadmin")]
    [InlineData("leader")]
    public async Task Who_does_not_keep_the_system_sees_no_model(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get(Models)).IsSuccess);
        Assert.False((await browser.Get($"{Models}/{Guid.Empty}")).IsSuccess);
        Assert.False((await browser.Get($"{Models}/{Guid.Empty}.csv")).IsSuccess);
    }

    [Fact]
    public async Task The_page_says_how_proposals_come_about_before_and_after_the_first_training()
    {
        using var admin = await app.SignIn("sysadmin");
        var before = await admin.Get(Models);
        Assert.Contains("还没有模型", before.Says("main"), StringComparison.Ordinal);

        for (var i = 0; i < 26; i++)
        {
            await app.Given.DispatchedRequest("EAST-1", app.Given.Intake() with { Text = $"路灯不亮，第{i}个灯杆" });
            await app.Given.DispatchedRequest("WATER", app.Given.Intake() with { Text = $"停水了，第{i}户", Category = "030101" });
        }
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.Use<LearnModels, Outcome<List<LearntModel>>>(learn =>
            learn.Run(new LearnModels.Command(), Actor.System, CancellationToken.None)
        );

        var after = await admin.Get(Models);
        Assert.Contains("使用中", after.Says("main"), StringComparison.Ordinal);
        var href = after.All("main table a")[0].GetAttribute("href")!;
        var one = await admin.Get(href);
        Assert.Contains("诉求类别模型 1 号", one.Says("h1"), StringComparison.Ordinal);
        Assert.Contains("52", one.Says("main"), StringComparison.Ordinal);
        var table = await admin.Get($"{href}.csv");
        Assert.StartsWith("何时", table.Text.TrimStart('\ufeff').Trim('"'), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administrator_asks_for_a_training_and_the_page_waits_with_them()
    {
        using var admin = await app.SignIn("sysadmin");
        var asked = await (await admin.Get(Models)).Submit("main form");
        Assert.Contains("正在学习", asked.Says("main"), StringComparison.Ordinal);
        Assert.NotEmpty(asked.All("meta[http-equiv=refresh]"));
        app.Services.GetRequiredService<LearningProgress>().At(new LearningStep(57_452, 0.25));
        Assert.Contains("57,452 个决定，已完成 25%", (await admin.Get(Models)).Says("main"), StringComparison.Ordinal);
        using var audit = await app.SignIn("auditadmin");
        Assert.Empty((await audit.Get(Models)).All("main form"));
    }

    [Fact]
    public async Task Who_only_reads_the_models_asks_for_no_training()
    {
        foreach (var role in new[] { Role.AuditAdmin, Role.Supervisor, Role.Agent })
        {
            var by = await app.Given.Staff(role);
            Assert.IsType<NotAllowed>((await app.Use<AskLearning, Outcome<Done>>(ask => ask.Run(by, CancellationToken.None))).Refusal);
        }
    }

    [Fact]
    public async Task A_stranger_reads_neither_a_model_nor_its_table()
    {
        using var visitor = app.Visitor();
        foreach (var path in new[] { Models, $"{Models}/{Guid.Empty}", $"{Models}/{Guid.Empty}.csv" })
        {
            var page = await visitor.Get(path);
            Assert.True(!page.IsSuccess || page.Address.AbsolutePath == "/signin", path);
        }
    }

    [Fact]
    public async Task What_is_no_model_is_not_found()
    {
        using var admin = await app.SignIn("sysadmin");
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Get($"{Models}/{Guid.CreateVersion7()}")).Status);
    }
}
