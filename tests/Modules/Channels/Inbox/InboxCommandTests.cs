using System.Diagnostics;
using System.Net;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Inbox;

/// <summary><c>suiying inbox add</c>, run as its user runs it, beside a server that works.</summary>
public sealed class InboxCommandTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Fact]
    public async Task A_source_that_was_added_on_the_command_line_can_hand_in_at_once()
    {
        var (code, said, _) = await Run("inbox", "add", "命令行接入的信箱", "--kind", "Mailbox");
        Assert.Equal(0, code);
        var secret = said.Trim().Split('\n')[^1].Split(' ')[^1];
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var from = said.IndexOf("/api/inbox/", StringComparison.Ordinal) + "/api/inbox/".Length;
        using var sender = Sender.Of(app, new AddInboxSource.Added(Guid.Parse(said.AsSpan(from, 36)), "", secret));
        var body = $$"""{"id":"cli-1","at":"{{app.Now:O}}","text":"从市长信箱来的一封信。"}""";
        Assert.Equal(HttpStatusCode.OK, (await sender.Post(body)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await sender.Post(body, SignedMessage.Seal(SignedMessage.NewSecret(), "m", app.Now, body))).Status
        );
        using var security = await app.SignIn("secadmin");
        var page = await security.Get("/admin/inbox");
        Assert.Contains("命令行接入的信箱", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "请写明是哪个来件来源", "inbox", "add", " ")]
    [InlineData(2, "Fax", "inbox", "add", "传真", "--kind", "Fax")]
    [InlineData(2, "suiying --help", "inbox", "add")]
    public async Task What_is_wrong_is_said_and_nothing_is_added(int expected, string words, params string[] command)
    {
        var (code, said, wrong) = await Run(command);
        Assert.Equal((expected, ""), (code, said));
        Assert.Contains(words, wrong, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Said, string Wrong)> Run(params string[] command)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "suiying.dll"), .. command, "--lang", "zh"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = app.Var,
        };
        foreach (
            var (name, value) in new[]
            {
                ("SUIYING_DB", app.Database.ConnectionString),
                ("SUIYING_VAR", app.Var),
                ("SUIYING_CITY", SuiyingApp.Pack),
            }
        )
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said, await wrong);
    }
}
