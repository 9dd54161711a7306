using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Tables;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 导入诉求: a table of another system becomes requests with that system's times, places and units. Ids follow from the source and its
/// numbers, so importing a table twice is importing it once.
/// </summary>
public sealed class ImportRequests(ICityRegistry registry, IPlaceFinder places, RequestLoad load, TimeProvider time)
{
    private const int Chunk = 1000;

    public sealed record Command
    {
        /// <summary>CSV or .xlsx.</summary>
        public required string Path { get; init; }

        /// <summary>The map, as JSON.</summary>
        public required string Map { get; init; }

        /// <summary>True loads nothing where any row is bad; false loads the good ones.</summary>
        public bool AllOrNothing { get; init; }

        /// <summary>Is told how many are stored.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Rows">Rows that the table holds.</param>
    /// <param name="Loaded">New requests.</param>
    /// <param name="Already">Rows that had been imported before.</param>
    /// <param name="Problems">What is wrong, row by row.</param>
    public sealed record Summary(int Rows, int Loaded, int Already, IReadOnlyList<RowProblem> Problems);

    public async Task<Outcome<Summary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SystemAdmin))
            return new NotAllowed();
        if (!(await ImportMap.Read(command.Map, ct)).Ok(out var map, out var refusal))
            return refusal;
        if (!(await TableAtPath.Open(command.Path, ct)).Ok(out var table, out refusal))
            return refusal;
        var city = registry.Current;
        var wrong = map.Check(table.Header, city).ToList();
        if (wrong.Count > 0)
            return Refusal.Invalid(wrong);

        var file = new RequestsFile(map, table, city, places, time.GetUtcNow());
        var (loaded, already) = (0, 0);
        // All or nothing is one transaction, so it stands in memory whole.
        foreach (var rows in file.Read().Chunk(command.AllOrNothing ? int.MaxValue : Chunk))
        {
            var named = rows.Select(r => (Id: new RequestId(ImportIds.Of(map.Source, "id", r.Id)), Row: r)).ToList();
            var known = await load.Known([.. named.Select(n => n.Id)], ct);
            var fresh = named.Where(n => !known.Contains(n.Id)).ToList();
            already += named.Count - fresh.Count;
            var serials = fresh.Count == 0 ? [] : await load.NextSerials(fresh.Count, ct);
            var made = fresh.Select((n, i) => Make(n.Id, n.Row, serials[i], city, file)).OfType<ServiceRequest>().ToList();
            if (command.AllOrNothing && file.Problems.Count > 0)
                break;
            await load.Add([.. made.Select(r => LoadEntry.Of(r, city))], ct);
            loaded += made.Count;
            command.Progress?.Report(loaded);
        }
        if (loaded > Chunk)
            await load.Settle(ct);
        return new Summary(file.Rows, loaded, already, [.. file.Problems.OrderBy(p => p.Row)]);
    }

    /// <summary>By the verbs of the model, at the other system's times; null where the model refuses, which is then reported.</summary>
    private static ServiceRequest? Make(RequestId id, ImportedRow row, long serial, CitySnapshot city, RequestsFile file)
    {
        var number = TicketNumber.Make(city.City.Code, city.Calendar.DateOf(row.At), Channel.Import, serial);
        // Nobody holds the code, so nobody can open the request by it.
        var ticket = new Ticket(serial, number, QueryCode.Hash(number, QueryCode.Make()), null);
        Step At(RequestAction action, DateTimeOffset at, RequestNote? note = null) =>
            new()
            {
                Action = action,
                By = Actor.System,
                At = at,
                RegistryVersion = city.Version,
                Note = note,
            };

        if (!ServiceRequest.Register(id, row.Intake, ticket, city, Actor.System, row.At).Ok(out var request, out var refusal))
            return Refused(row, refusal, file);
        if (row.Unit is { } unit)
            refusal = request.ImportDispatch(unit, row.Due, At(RequestAction.ImportDispatch, row.At));
        if (refusal is null && row.EndedAt is { } end)
        {
            var note = row.Reply.Length == 0 ? null : new RequestNote(id, RequestAction.ImportEnd, row.Reply, end);
            refusal = request.ImportEnd(At(RequestAction.ImportEnd, end, note));
        }
        return refusal is null ? request : Refused(row, refusal, file);
    }

    private static ServiceRequest? Refused(ImportedRow row, Refusal refusal, RequestsFile file)
    {
        foreach (var (field, problem) in refusal.Fields.Select(f => (f.Field, f.Problem)).DefaultIfEmpty(("-", refusal.Text)))
            file.Report(row.Row, field, problem, "见问题说明");
        return null;
    }
}
