using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;
using Suiying.Tests.Channels.Messages;

namespace Suiying.Tests.Scores;

/// <summary>The daily scores and the bulletin reach who subscribed: once, with the main figures, and again where a month is revised.</summary>
public sealed class PublishTests : IAsyncLifetime
{
    private const string To = "supervisor@mail.example";

    private readonly MessagesApp app = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        using var supervisor = await app.SignIn("supervisor");
        await app.SubscribeAndConfirm(supervisor, To, "scores.daily", "scores.bulletin");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_day_is_published_ten_minutes_after_it_is_over_and_once()
    {
        var day = Today.AddDays(1);
        var number = await app.Given.ReviewedRequest();
        At(day, new TimeOnly(10, 0));
        await app.Given.Callback(number, satisfied: Satisfied.No);
        At(day, new TimeOnly(12, 9));
        Assert.Equal(day.AddDays(-1), (await Publish(null)).Value);
        Assert.Empty(Mails("考核日报"));
        At(day, new TimeOnly(12, 10));
        Assert.Equal(day, (await Publish(day.AddDays(-1))).Value);
        Assert.Equal(day, (await Publish(null)).Value);
        var mail = Assert.Single(Mails("考核日报"));
        Assert.Contains(
            "有效回访 1 件，得分 60.0（前一日没有得分）；响应率 100.0%，解决率 100.0%，满意率 0.0%。",
            mail.TextBody,
            StringComparison.Ordinal
        );
        Assert.Contains($"/desk/scores/daily?day={day:yyyy-MM-dd}", mail.TextBody, StringComparison.Ordinal);
        Assert.IsType<NotAllowed>(
            (
                await app.Use<PublishDaily, Outcome<DateOnly>>(async use => await use.Run(new(), await app.Given.Staff("supervisor"), Ct))
            ).Refusal
        );
    }

    [Fact]
    public async Task A_month_is_told_when_it_is_released_and_again_with_the_reason_when_it_is_revised()
    {
        var month = app.City.Scores.MonthOf(Today);
        await app.Given.Callback(await app.Given.ReviewedRequest(), satisfied: Satisfied.Yes);
        await app.Given.Callback(await app.Given.ReviewedRequest(), satisfied: Satisfied.No);
        At(new DateOnly(2026, 3, 31), new TimeOnly(9, 0));
        await Release(month, 0, "");
        var first = Assert.Single(Mails("通报"));
        Assert.Contains("有效回访 2 件，得分 80.0（上月没有得分）", first.TextBody, StringComparison.Ordinal);
        // An answer was entered wrongly.
        await app.Use<ScoresDb, int>(async db =>
        {
            await db.Callbacks.ExecuteUpdateAsync(row => row.SetProperty(c => c.Satisfied, AnswerDegree.Yes), Ct);
            return await MonthSums.Settle(db, month, verify: false, Ct);
        });
        await Release(month, 1, "录音复核，一件记录有误。");
        var second = Mails("通报")[^1];
        Assert.Contains("第 1 次修订，原因：录音复核，一件记录有误。", second.TextBody, StringComparison.Ordinal);
        Assert.Contains("有效回访 2 件，得分 100.0", second.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, Mails("通报").Count);
        Assert.IsType<NotAllowed>(
            (
                await app.Use<PublishBulletin, Outcome<Done>>(async use =>
                    await use.Run(new() { Month = month, Revision = 2 }, await app.Given.Staff("supervisor"), Ct)
                )
            ).Refusal
        );
    }

    private DateOnly Today => app.City.Calendar.DateOf(app.Clock.GetUtcNow());

    private void At(DateOnly day, TimeOnly time) => app.Clock.SetUtcNow(app.City.Calendar.Instant(day, time));

    private List<MimeKit.MimeMessage> Mails(string subject) =>
        [.. app.Mail.To(To).Where(m => m.Subject!.Contains(subject, StringComparison.Ordinal))];

    private async Task<Outcome<DateOnly>> Publish(DateOnly? last)
    {
        var published = await app.Use<PublishDaily, Outcome<DateOnly>>(use => use.Run(new() { Last = last }, Actor.System, Ct));
        await app.Drain();
        return published;
    }

    private async Task Release(DateOnly month, int seen, string reason)
    {
        var by = await app.Given.Staff("supervisor");
        var command = new ReleaseMonth.Command
        {
            Month = month,
            Seen = seen,
            Reason = reason,
        };
        var released = await app.Use<ReleaseMonth, Outcome<ScoreRelease>>(use => use.Run(command, by, Ct));
        Assert.Null(released.Refusal);
        await app.Drain();
    }
}
