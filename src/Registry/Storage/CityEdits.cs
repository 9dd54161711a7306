using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Engines.Clock;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Storage;

/// <summary>Why a change is made, and from when it holds.</summary>
/// <param name="Text">In the words of who changes it.</param>
/// <param name="On">A later local day; null or today holds at once.</param>
/// <param name="Seen">The version on which the form was filled in: what changed since is told and not overwritten. Null asks nothing.</param>
public sealed record ChangeReason(string Text, DateOnly? On = null, int? Seen = null);

/// <summary>What came of a change: a version, or a day on which it will become one.</summary>
public sealed record ChangeReceipt(int? Version, DateOnly? On)
{
    public Phrase Sentence => On is { } day ? (Phrase)$"已登记，将于 {day:yyyy-MM-dd} 生效。" : $"已保存，现行版本 {Version}。";
}

/// <summary>
/// Every change of the city by hand passes here: the entries are written as a pack and read again by the one reader, so that nothing
/// comes into force that a pack could not say.
/// </summary>
public sealed class CityEdits(RegistryDb db, VersionWriter versions, IRequestTallies tallies, TimeProvider time)
{
    /// <summary>Changes at once, or on the day that the reason names.</summary>
    public async Task<Outcome<ChangeReceipt>> Apply(
        IReadOnlyList<EntryChange> changes,
        string title,
        ChangeReason reason,
        Actor by,
        CancellationToken ct
    )
    {
        if (Wrong(reason) is { } wrong)
            return wrong;
        changes = Made(changes, reason);
        if (reason.On is { } day && day > await Today(ct))
        {
            if (!(await Fitting(changes, ct)).Ok(out _, out var refusal))
                return refusal;
            var plan = New(ProposalKind.Dated, title, changes, by);
            (plan.State, plan.Reason, plan.On) = (ProposalState.Planned, reason.Text.Trim(), day);
            db.Proposals.Add(plan);
            await db.SaveChangesAsync(ct);
            return new ChangeReceipt(null, day);
        }
        return await Write(changes, by.Name, reason.Text.Trim(), null, ct);
    }

    /// <summary>Carries a proposal out, at once or on its day.</summary>
    public async Task<Outcome<ChangeReceipt>> Accept(CityProposal proposal, ChangeReason reason, CancellationToken ct)
    {
        if (Wrong(reason) is { } wrong)
            return wrong;
        if (reason.On is { } day && day > await Today(ct))
        {
            (proposal.State, proposal.Reason, proposal.On) = (ProposalState.Planned, reason.Text.Trim(), day);
            await db.SaveChangesAsync(ct);
            return new ChangeReceipt(null, day);
        }
        proposal.Reason = reason.Text.Trim();
        await db.SaveChangesAsync(ct);
        return await Write(EntryChange.Read(proposal.Changes), proposal.ByName, proposal.Reason, proposal.Id, ct);
    }

    public CityProposal New(ProposalKind kind, string title, IEnumerable<EntryChange> changes, Actor by) =>
        new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Kind = kind,
            State = ProposalState.Draft,
            Title = title,
            Changes = EntryChange.Write(changes),
            ById = by.Id,
            ByName = by.Name,
            At = time.GetUtcNow(),
        };

    /// <summary>The entries as they would be, once the reader has found nothing wrong with them.</summary>
    internal async Task<Outcome<Proof>> Proved(IEnumerable<EntryChange> changes, CancellationToken ct)
    {
        var (newest, held) = await Held(ct);
        var reading = Reread(PackEntries.With(held, changes));
        if (reading.Pack is not { } pack)
            return Refusal.Invalid(reading.Problems.Take(20).Select(p => new FieldProblem(p.Field ?? p.File, p.Sentence)));
        var entries = PackEntries.Of(pack);
        var gone = held.Keys.Where(k => k.Kind == EntryKind.Unit && !entries.ContainsKey(k)).Select(k => k.Code).ToList();
        if (gone.Count > 0 && await tallies.OpenOf(gone, ct) is { Count: > 0 and var open })
            return new UnitNeedsSuccessor(open);
        return new Proof(newest, entries);
    }

    /// <summary>The entries in force and their version.</summary>
    internal async Task<(int Version, Dictionary<EntryKey, string> Entries)> Held(CancellationToken ct)
    {
        var newest = await db.Versions.MaxAsync(v => (int?)v.Version, ct) ?? 0;
        return (newest, await EntryStore.Read(db, newest, ct));
    }

    /// <summary>Today where the city is.</summary>
    public async Task<DateOnly> Today(CancellationToken ct)
    {
        var newest = await db.Versions.MaxAsync(v => (int?)v.Version, ct) ?? 0;
        var city = await db
            .Entries.AsNoTracking()
            .Where(e => e.Kind == EntryKind.City && e.FromVersion <= newest && e.ToVersion == null)
            .Select(e => e.Payload)
            .SingleAsync(ct);
        var zone = System.Text.Json.JsonSerializer.Deserialize(city, RegistryJson.Readable.CityFacts)!.Profile.TimeZone;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), CityZone.Find(zone)).DateTime);
    }

    internal async Task<Outcome<ChangeReceipt>> Write(
        IReadOnlyList<EntryChange> changes,
        string by,
        string reason,
        Guid? proposal,
        CancellationToken ct
    )
    {
        if (!(await Fitting(changes, ct)).Ok(out var proof, out var refusal))
            return refusal;
        var written = await versions.Write(proof.Entries, new VersionNote(by, reason, proof.Version, proposal), ct);
        if (!written.Ok(out var summary, out refusal))
            return refusal;
        return summary.Changed ? new ChangeReceipt(summary.Version, null) : new NothingChanged();
    }

    /// <summary>
    /// Proved, and made on what is in force. Asked after the proof: a version that comes in between is found here, a later one by the writer.
    /// </summary>
    private async Task<Outcome<Proof>> Fitting(IReadOnlyList<EntryChange> changes, CancellationToken ct)
    {
        var proved = await Proved(changes, ct);
        return await Meanwhile.Find(db, changes, ct) is { } changed ? changed : proved;
    }

    /// <summary>Says first what somebody else changed, for it may be the cause of what is wrong now.</summary>
    internal async Task<Refusal> Refuse(
        IEnumerable<EntryChange> changes,
        ChangeReason reason,
        IEnumerable<FieldProblem> problems,
        CancellationToken ct
    ) => await Meanwhile.Find(db, Made(changes, reason), ct) ?? Refusal.Invalid(problems);

    private static List<EntryChange> Made(IEnumerable<EntryChange> changes, ChangeReason reason) =>
        [.. changes.Select(c => c with { Seen = c.Seen ?? reason.Seen })];

    private static Refusal? Wrong(ChangeReason reason) =>
        reason.Text.Trim().Length is < 2 or > CityProposal.LongestReason
            ? Refusal.Invalid(new FieldProblem("reason", $"请写明变更原因，2 至 {CityProposal.LongestReason} 字。"))
            : null;

    private static PackReading Reread(IReadOnlyDictionary<EntryKey, string> entries)
    {
        var folder = Directory.CreateTempSubdirectory("suiying-pack-");
        try
        {
            PackFiles.Save(folder.FullName, PackWriter.Files(PackEntries.Pack(entries)));
            return PackReader.Read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

/// <summary>Entries that passed the reader, and the version that they were made from.</summary>
internal sealed record Proof(int Version, SortedDictionary<EntryKey, string> Entries);
