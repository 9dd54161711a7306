using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Requests.Model.Synthetic;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// Fills an empty database with a demo: requests in every state relative to today, most of them with units that have demo staff, and callers
/// whose made-up identities are sealed like real ones. Does nothing where any request is.
/// </summary>
public sealed class FillDemo(
    RequestsDb db,
    GenerateRequests generate,
    ISealedIdentities identities,
    IStaffDirectory staff,
    TimeProvider time
)
{
    /// <summary>So many phones begin with 1390000.</summary>
    public const int Most = 5000;

    private const int Days = 120;
    private const double Fresh = 0.25;
    private const double NewCallers = 0.85;

    public sealed record Command
    {
        /// <summary>The pack's folder <c>demo</c>, with topics, places and staff.</summary>
        public required string Folder { get; init; }

        /// <summary>1 to <see cref="Most"/>.</summary>
        public required int Requests { get; init; }

        public int Seed { get; init; } = 12345;
    }

    /// <param name="Requests">How many were made; 0 where there were requests already.</param>
    public sealed record Filled(int Requests);

    public async Task<Outcome<Filled>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (command.Requests is < 1 or > Most)
            return Refusal.Invalid(new FieldProblem("demo", $"演示数量应为 1 至 {Most}。"));
        if (await db.Requests.AnyAsync(ct))
            return new Filled(0);
        if (!VocabularyFiles.Read(command.Folder).Ok(out var words, out var refusal))
            return refusal;

        var until = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var plan = new Plan
        {
            Requests = command.Requests,
            Seed = command.Seed,
            Until = until,
            Days = Days,
            Fresh = Fresh,
            Focus = await Handlers(command.Folder, ct),
            Persons = await Seal((int)(command.Requests * NewCallers), until.AddDays(-Days), ct),
        };
        var made = await generate.Run(new GenerateRequests.Command { Plan = plan, Words = words }, by, ct);
        return made.Ok(out var done, out var no) ? new Filled(done.Requests) : no;
    }

    /// <summary>The pack's demo handlers by unit, so that each finds requests in their own name.</summary>
    private async Task<Dictionary<string, IReadOnlyList<Actor>>> Handlers(string folder, CancellationToken ct)
    {
        var handlers = new Dictionary<string, IReadOnlyList<Actor>>();
        var path = Path.Combine(folder, "staff.csv");
        if (!File.Exists(path))
            return handlers;
        using var csv = CsvReader.FromText(await File.ReadAllTextAsync(path, ct), CsvReaderOptions.Default);
        csv.ReadHeader();
        while (csv.Read())
        {
            if (
                await staff.FindByLogin(csv.GetString("login").Trim(), ct) is not { Unit: { } unit } member
                || !member.Roles.Contains(Role.UnitHandler)
            )
                continue;
            var actor = new Actor
            {
                Id = member.Id,
                Name = member.Name,
                Roles = member.Roles,
                UnitCode = unit,
            };
            handlers[unit] = [.. handlers.GetValueOrDefault(unit, []), actor];
        }
        return handlers;
    }

    private async Task<List<Guid>> Seal(int count, DateTimeOffset at, CancellationToken ct)
    {
        var people = Enumerable
            .Range(0, count)
            .Select(i => (new PersonId(Guid.CreateVersion7(at)), new Identity { Name = "演示居民", Phone = $"1390000{i:D4}" }));
        return [.. (await identities.SealAll([.. people], ct)).Select(id => id.Value)];
    }
}
