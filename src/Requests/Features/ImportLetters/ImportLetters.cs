using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 导入来信: letters of another system become requests with their own dates; those with an answer come as replied and wait for review. Ids
/// follow from the file's ids, so importing a file twice is importing it once.
/// </summary>
public sealed class ImportLetters(ICityRegistry registry, RequestLoad load, TimeProvider time)
{
    private const int Chunk = 1000;

    public sealed record Command
    {
        public required string Path { get; init; }

        /// <summary>True loads nothing where any row is bad; false loads the good ones.</summary>
        public bool Strict { get; init; }

        /// <summary>Is told how many are stored.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Read">What the file held, with every problem.</param>
    /// <param name="Loaded">New requests.</param>
    /// <param name="Already">Letters that had been imported before.</param>
    public sealed record Summary(LettersRead Read, int Loaded, int Already);

    public async Task<Outcome<Summary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SystemAdmin))
            return new NotAllowed();
        if (!(await TableAtPath.Open(command.Path, ct)).Ok(out var table, out var unreadable))
            return unreadable;

        var city = registry.Current;
        if (!new LettersFile(city.Calendar.Zone, time.GetUtcNow()).Read(table).Ok(out var read, out var refusal))
            return refusal;
        if (command.Strict && read.Problems.Count > 0)
            return new Summary(read, 0, 0);

        var letters = read.Letters.Select(l => (Id: IdOf(read.Kind, l), Letter: l)).DistinctBy(l => l.Id).ToList();
        var known = await load.Known([.. letters.Select(l => l.Id)], ct);
        var fresh = letters.Where(l => !known.Contains(l.Id)).OrderBy(l => l.Letter.At).ToList();
        if (fresh.Count > 0)
            await Store(command, read.Kind, fresh, city, ct);
        return new Summary(read, fresh.Count, read.Letters.Count - fresh.Count);
    }

    private async Task Store(
        Command command,
        LetterKind kind,
        List<(RequestId Id, Letter Letter)> letters,
        CitySnapshot city,
        CancellationToken ct
    )
    {
        var serials = await load.NextSerials(letters.Count, ct);
        for (var i = 0; i < letters.Count; i += Chunk)
        {
            var count = Math.Min(Chunk, letters.Count - i);
            var requests = Enumerable.Range(i, count).Select(at => Make(letters[at].Id, kind, letters[at].Letter, serials[at], city));
            await load.Add([.. requests.Select(r => LoadEntry.Of(r, city))], ct);
            command.Progress?.Report(i + count);
        }
    }

    private static ServiceRequest Make(RequestId id, LetterKind kind, Letter letter, long serial, CitySnapshot city)
    {
        var number = TicketNumber.Make(city.City.Code, city.Calendar.DateOf(letter.At), Channel.Letter, serial);
        var intake = new Intake
        {
            Type = RequestType.Other,
            Channel = Channel.Letter,
            Title = letter.Title,
            Text = letter.Body,
            PersonId = letter.User.Length == 0 ? null : ImportIds.Of(kind.ToString(), "user", letter.User),
        };
        // Nobody holds the code, so nobody can open the letter by it.
        var ticket = new Ticket(serial, number, QueryCode.Hash(number, QueryCode.Make()), null);
        var request = ServiceRequest.Register(id, intake, ticket, city, Actor.System, letter.At).Value;
        if (letter.Reply is null)
            return request;
        var step = new Step
        {
            Action = RequestAction.ImportReply,
            By = Actor.System,
            At = letter.RepliedAt,
            RegistryVersion = city.Version,
            Note = new RequestNote(id, RequestAction.ImportReply, letter.Reply, letter.RepliedAt),
        };
        return request.ImportReply(step) is { } refusal ? throw new InvalidOperationException(refusal.Text) : request;
    }

    /// <summary>By the file's id; where it has none, by what the letter says, who says it and when.</summary>
    private static RequestId IdOf(LetterKind kind, Letter letter) =>
        new(
            letter.Id.Length > 0
                ? ImportIds.Of(kind.ToString(), "id", letter.Id)
                : ImportIds.Of(
                    kind.ToString(),
                    "content",
                    string.Join('\u001f', letter.User, letter.Title, letter.Body, letter.At.ToUnixTimeSeconds())
                )
        );
}
