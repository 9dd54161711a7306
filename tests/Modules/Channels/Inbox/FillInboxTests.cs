using Suiying.Channels.Features;
using Suiying.Contracts.Requests;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>A newcomer's demo has messages of all ways that wait; a fault of the file is told with its row.</summary>
public sealed class FillInboxTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Head = "kind,minutes,from,name,subject,text,about,reference\n";

    [Fact]
    public async Task An_empty_inbox_is_filled_once_and_faults_are_told_with_their_row()
    {
        var wrong = await Fill(Head + "Sms,5,谁,,,一,,\nFax,5,,,,两个字,,\n");
        Assert.False(wrong.Ok(out _, out var refusal));
        Assert.Equal(["inbox.csv:2:from", "inbox.csv:2:text", "inbox.csv:3:kind"], refusal.Fields.Select(f => f.Field));
        var file =
            Head
            + string.Concat(
                Enum.GetNames<InboxKind>().Select((kind, i) => $"{kind},{i * 60},1390000010{i},演示居民,,第{i}条来件（演示数据）,,\n")
            );
        var kinds = Enum.GetValues<InboxKind>();
        Assert.Equal(kinds.Length, (await Fill(file)).Value);
        Assert.Equal(0, (await Fill(file)).Value);
        var agent = await app.Given.Staff("agent");
        var found = (await app.Use<ListInbox, Outcome<ListInbox.Found>>(list => list.Run(new ListInbox.Query(), agent, default))).Value;
        Assert.Equal(kinds.Reverse(), found.Rows.Select(r => r.Message.Kind));
        Assert.Equal(app.Now.AddHours(1 - kinds.Length), found.Rows[0].Message.ReceivedAt);
    }

    private async Task<Outcome<int>> Fill(string csv)
    {
        var path = Path.Combine(app.Var, "inbox.csv");
        await File.WriteAllTextAsync(path, csv);
        return await app.Use<FillInbox, Outcome<int>>(fill => fill.Run(new FillInbox.Command { Path = path }, Actor.System, default));
    }
}
