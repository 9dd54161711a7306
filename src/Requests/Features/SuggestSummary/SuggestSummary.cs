using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>概要: what was said and done of a request with a long history, or of 同一事项, in few words by the language model that the city has set up.</summary>
public sealed class SuggestSummary(ReadRequest read, ReadMatter readMatter, RequestsDb db, IDraftWriter writer, ICityRegistry registry)
{
    /// <summary>So many steps are read faster than a summary of them.</summary>
    internal const int LongHistory = 8;

    /// <summary>As with <see cref="LongHistory"/>, of requests in one matter.</summary>
    internal const int ManyRequests = 3;

    public sealed record Query
    {
        public required string Number { get; init; }

        /// <summary>True for all requests of its matter that the actor may see.</summary>
        public bool Together { get; init; }
    }

    public async Task<Outcome<ModelDraft>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!(await read.Run(new ReadRequest.Query { Number = query.Number }, by, ct)).Ok(out var detail, out var refusal))
            return refusal;
        if (!DraftMaterial.MayBeSent(detail.Request))
            return new NeverDrafted();
        var asked = DraftMaterial.Of(DraftKind.Summary, detail, registry.Current);
        if (!query.Together)
            return await writer.Write(asked, by, ct);
        if (!(await readMatter.Run(query.Number, by, ct)).Ok(out var matter, out refusal))
            return refusal;
        return await writer.Write(asked with { Told = await Told(matter, ct), Steps = Steps(matter.Trail) }, by, ct);
    }

    /// <summary>What each of the people said, as far as it may be sent.</summary>
    private async Task<IReadOnlyList<string>> Told(MatterDetail matter, CancellationToken ct)
    {
        var numbers = matter.Rows.Select(r => r.Number).ToList();
        var rows = await (
            from request in db.Requests.AsNoTracking()
            where numbers.Contains(request.Number)
            join said in FirstWords.In(db) on request.Id equals said.Request
            orderby request.Serial
            select new { request, said.Text }
        ).ToListAsync(ct);
        return [.. rows.Where(r => DraftMaterial.MayBeSent(r.request)).Select(r => r.Text)];
    }

    private static IReadOnlyList<DoneStep> Steps(IReadOnlyList<MatterStep> trail) =>
        [
            .. trail
                .Reverse()
                .Select(s => new DoneStep(
                    DraftMaterial.Day(s.Day),
                    string.Format(null, MatterStep.Words(s.Action), s.Requests, s.UnitName),
                    ""
                )),
        ];
}
