using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

public sealed class VerifyJournalTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();
    private string number = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        await app.Given.ReviewedRequest();
        number = await app.Given.SignedRequest();
        await Anchor();
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task An_untouched_journal_is_whole()
    {
        var report = await Verify();
        Assert.True(report.Whole, string.Join('\n', report.Faults));
        Assert.Equal((2L, 9L, 1L, 0L), (report.Requests, report.Steps, report.Anchors, report.NotYetAnchored));
    }

    [Fact]
    public async Task What_came_after_the_last_anchor_waits_and_the_next_anchor_takes_it()
    {
        await app.Given.Request();
        Assert.Equal(1, (await Verify()).NotYetAnchored);
        await Anchor();
        var report = await Verify();
        Assert.Equal((0L, 2L, true), (report.NotYetAnchored, report.Anchors, report.Whole));
    }

    [Fact]
    public async Task Nothing_new_makes_no_anchor() => Assert.Equal(new AnchorJournal.Result(0, 0), (await Anchor()).Value);

    [Fact]
    public async Task A_changed_step_is_named_with_its_request()
    {
        await Tamper("""UPDATE requests_transitions SET "ActorName" = '别人' WHERE "Action" = 'Sign' AND "RequestId" = {0}""");
        var fault = Assert.Single((await Verify()).Faults);
        Assert.Equal((JournalFaultKind.StepChanged, number), (fault.Kind, fault.Number));
    }

    [Fact]
    public async Task A_removed_step_breaks_chain_and_anchor()
    {
        await Tamper("""DELETE FROM requests_transitions WHERE "Action" = 'Dispatch' AND "RequestId" = {0}""");
        Assert.Equal([JournalFaultKind.ChainBroken, JournalFaultKind.AnchorDiffers], await Kinds());
    }

    [Fact]
    public async Task A_history_that_was_cut_off_at_the_end_no_longer_fits_the_request()
    {
        await Tamper("""DELETE FROM requests_transitions WHERE "Action" = 'Sign' AND "RequestId" = {0}""");
        Assert.Equal([JournalFaultKind.AnchorDiffers, JournalFaultKind.HeadDiffers], await Kinds());
    }

    [Fact]
    public async Task A_whole_request_that_was_removed_is_missed_by_the_anchor()
    {
        await Tamper("""DELETE FROM requests_transitions WHERE "RequestId" = {0}""");
        await Tamper("""DELETE FROM requests_deadlines WHERE "RequestId" = {0}""");
        await Tamper("""DELETE FROM requests_requests WHERE "Id" = {0}""");
        Assert.Equal([JournalFaultKind.AnchorDiffers], await Kinds());
    }

    [Fact]
    public async Task A_changed_text_is_found_and_an_erased_one_is_none()
    {
        await Tamper("""UPDATE requests_notes SET "Text" = "Text" || '，已处理' WHERE "RequestId" = {0}""");
        Assert.Equal([JournalFaultKind.TextChanged], await Kinds());
        await Tamper("""DELETE FROM requests_notes WHERE "RequestId" = {0}""");
        var report = await Verify();
        Assert.Equal((true, 1L), (report.Whole, report.ErasedTexts));
    }

    [Fact]
    public async Task A_changed_anchor_is_found()
    {
        await Tamper("""UPDATE requests_anchors SET "Hash" = "PreviousHash" || 'ab' """);
        Assert.Equal([JournalFaultKind.AnchorDiffers], await Kinds());
    }

    [Fact]
    public async Task Progress_is_told_and_only_auditors_may_ask()
    {
        var done = new List<long>();
        var command = new VerifyJournal.Command { Progress = done.Add };
        var auditor = await app.Given.Staff(Role.AuditAdmin);
        Assert.True((await Run(command, auditor)).Ok(out _, out _));
        Assert.Equal([9L], done);
        Assert.IsType<NotAllowed>((await Run(command, await app.Given.Staff(Role.Supervisor))).Refusal);
    }

    private async Task<JournalReport> Verify() => (await Run(new VerifyJournal.Command(), Actor.System)).Value;

    private async Task<List<JournalFaultKind>> Kinds() => [.. (await Verify()).Faults.Select(f => f.Kind)];

    private Task<Outcome<JournalReport>> Run(VerifyJournal.Command command, Actor by) =>
        app.Use<VerifyJournal, Outcome<JournalReport>>(use => use.Run(command, by, Ct));

    private async Task<Outcome<AnchorJournal.Result>> Anchor()
    {
        await UntilSettled();
        return await app.Use<AnchorJournal, Outcome<AnchorJournal.Result>>(use => use.Run(new AnchorJournal.Command(), Actor.System, Ct));
    }

    /// <summary>
    /// On PostgreSQL a transaction that still runs anywhere in the cluster, in the database of another test as well, holds the sealing back.
    /// </summary>
    private Task UntilSettled() =>
        app.Use<RequestsDb, int>(async db =>
        {
            if (db.Kind == Kernel.Data.DatabaseKind.Sqlite)
                return 0;
            FormattableString running = $"""
                SELECT count(*)::int AS "Value" FROM requests_transitions t
                WHERE age(t.xmin) <= age(pg_snapshot_xmin(pg_current_snapshot())::xid)
                """;
            while ((await db.Database.SqlQuery<int>(running).ToListAsync(Ct)).Single() > 0)
                await Task.Delay(20, Ct);
            return 0;
        });

    private Task<int> Tamper(string sql) =>
        app.Use<RequestsDb, int>(async db =>
        {
            var id = await db.Requests.Where(r => r.Number == number).Select(r => (object)r.Id.Value).FirstOrDefaultAsync(Ct);
            return await db.Database.ExecuteSqlRawAsync(sql, [id ?? Guid.Empty], Ct);
        });
}
