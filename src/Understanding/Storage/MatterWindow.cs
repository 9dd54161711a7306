using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Topics;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>
/// 近期诉求: what was told in the last <see cref="Length"/>, of very many the newest, in this process's memory, and the hot topics among it. One at a
/// time changes it; many ask. Thread-safe. No text is kept but titles; who wrote is a hash.
/// </summary>
public sealed class MatterWindow(MatterSetting setting) : IDisposable
{
    /// <summary>What is older is another matter, or one that everybody knows.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromDays(120);

    private const int MostLookedAt = 256;
    private const int MostCompared = 24;

    private readonly ReaderWriterLockSlim turn = new();
    private LiveMatters matters = new();
    private readonly Dictionary<string, ToldMatter> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<RequestId, string> numbers = [];
    private volatile HotTopics topics = HotTopics.None;

    /// <summary>How much was read since the start, 0 to 1.</summary>
    public double Read { get; private set; }

    /// <summary>Up to where the journal is read; null before the start is read.</summary>
    public long? Position { get; private set; }

    /// <summary>Nothing that was registered before it is in the window, as it was trimmed last.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>At most so many requests, once trimmed.</summary>
    public int Most => setting.Most;

    /// <summary>Grows with each change.</summary>
    public long Changes { get; private set; }

    /// <summary>The topics as they were found last.</summary>
    public HotTopics Topics => topics;

    public int Count => Reading(() => rows.Count);

    /// <summary>Those of these numbers that are in the window today, in the same order.</summary>
    public IReadOnlyList<ToldMatter> Rows(IEnumerable<string> asked) =>
        Reading(() => asked.Select(n => rows.GetValueOrDefault(n)).OfType<ToldMatter>().ToList());

    /// <summary>Number of a request of the window, or null.</summary>
    public string? NumberOf(RequestId id) => Reading(() => numbers.GetValueOrDefault(id));

    /// <summary>What is alike to an item, and the requests of the matches.</summary>
    public (AlikeItems Items, IReadOnlyList<ToldMatter> Rows) Alike(MatterItem item, int most) =>
        Reading(() =>
        {
            var alike = matters.Index.Alike(item, most);
            return (alike, (IReadOnlyList<ToldMatter>)[.. alike.Matches.Select(m => rows[m.Id])]);
        });

    /// <summary>
    /// What stands in one matter with a request, has not ended and is alike to it, the best first, with the requests; for each request of the
    /// window that has any. Of a matter of many the last to join are looked at, so that a row costs the same however many there are.
    /// </summary>
    public IReadOnlyDictionary<RequestId, IReadOnlyList<(MatterMatch Match, ToldMatter Row)>> Together(IEnumerable<RequestId> asked) =>
        Reading(() =>
        {
            var found = new Dictionary<RequestId, IReadOnlyList<(MatterMatch, ToldMatter)>>();
            foreach (var id in asked)
            {
                if (numbers.TryGetValue(id, out var number) && matters.Index.AlikeAmong(number, OpenBeside(number)) is [_, ..] alike)
                    found[id] = [.. alike.Select(match => (match, rows[match.Id]))];
            }
            return found;
        });

    internal void Reached(double read, long? position) => (Read, Position) = (read, position);

    /// <summary>Takes in what was told before the start, all at once; who asks meanwhile finds nothing and does not wait.</summary>
    internal void Fill(IReadOnlyList<ToldMatter> told)
    {
        var filled = new LiveMatters();
        filled.Fill(told.Select(Item));
        Changing(() =>
        {
            matters = filled;
            foreach (var row in told.Select(Wordless))
                (rows[row.Number], numbers[row.Id]) = (row, row.Number);
            Changes++;
        });
    }

    /// <summary>Takes a request in, or what changed of it.</summary>
    internal void Take(ToldMatter told)
    {
        var row = Wordless(told);
        Changing(() =>
        {
            if (rows.TryGetValue(row.Number, out var known))
            {
                if (known with { Ended = row.Ended, Supporters = row.Supporters } == row)
                {
                    rows[row.Number] = row;
                    return;
                }
                Leave(known);
            }
            var (_, alike) = matters.Join(Item(told));
            (rows[row.Number], numbers[row.Id]) = (row, row.Number);
            Changes++;
            if (alike.Matches is [var best, ..])
                topics.Join(row.Number, best.Id);
        });
    }

    /// <summary>Forgets a request; nothing where it is not there.</summary>
    internal void Drop(RequestId id) =>
        Changing(() =>
        {
            if (numbers.TryGetValue(id, out var number))
                Leave(rows[number]);
        });

    /// <summary>Forgets what is older than <see cref="Length"/>, and of more than <see cref="Most"/> the oldest.</summary>
    internal void Trim(DateTimeOffset now) =>
        Changing(() =>
        {
            From = now - Length > From ? now - Length : From;
            Forget(matters.RemoveBefore(From));
            if (rows.Count < Most)
                return;
            Forget(matters.RemoveFirst(rows.Count - Most));
            From = matters.Index.Start!.Value;
        });

    /// <summary>Counts anew how many support those of the window.</summary>
    internal void Support(IReadOnlyDictionary<RequestId, int> supporters) =>
        Changing(() =>
        {
            foreach (var (id, count) in supporters)
            {
                if (!numbers.TryGetValue(id, out var number) || rows[number].Supporters == count)
                    continue;
                rows[number] = rows[number] with { Supporters = count };
                matters.Index.Like(number, count);
                Changes++;
            }
        });

    /// <summary>Finds the topics anew. Who asks meanwhile is answered; who changes the window calls this too, so that nobody waits for it.</summary>
    internal void FindTopics(AreaTree areas, TimeProvider time) =>
        topics = Reading(() =>
        {
            var began = time.GetTimestamp();
            var found = TopicFinder.Topics(matters.Index);
            var themes = TopicFinder.Themes(matters.Index, found);
            var now = time.GetUtcNow();
            HotTopic Of(Topic topic) => HotTopic.Of(topic, topic.Members.Select(n => rows[n]), areas, (From, now));
            return new HotTopics([.. found.Select(Of)], [.. themes.Select(Of)])
            {
                At = now,
                From = From,
                Shortened = From > now - Length,
                Changes = Changes,
                Requests = rows.Count,
                Took = time.GetElapsedTime(began),
            };
        });

    public void Dispose() => turn.Dispose();

    /// <summary>Those that joined last first.</summary>
    private IEnumerable<string> OpenBeside(string number)
    {
        var members = matters.Members(matters.MatterOf(number)!);
        return Enumerable
            .Range(1, Math.Min(MostLookedAt, members.Count))
            .Select(back => members[members.Count - back])
            .Where(other => other != number && !rows[other].Ended)
            .Take(MostCompared);
    }

    private void Forget(IReadOnlyList<string> left)
    {
        foreach (var number in left)
        {
            numbers.Remove(rows[number].Id);
            rows.Remove(number);
            Changes++;
        }
    }

    private void Leave(ToldMatter row)
    {
        matters.Remove(row.Number);
        rows.Remove(row.Number);
        numbers.Remove(row.Id);
        Changes++;
    }

    /// <summary>What is kept of a request: not what was said, nor who said it.</summary>
    private static ToldMatter Wordless(ToldMatter told) => told with { Text = "", Person = null };

    private static MatterItem Item(ToldMatter told) =>
        new()
        {
            Id = told.Number,
            Title = told.Title,
            Body = told.Text,
            At = told.RegisteredAt,
            Author = told.Person?.ToString("N") ?? "",
            Likes = told.Supporters,
            AreaCode = told.Area,
            CategoryCode = told.Category,
            Position = told is { Longitude: { } longitude, Latitude: { } latitude } ? new GeoPoint(longitude, latitude) : null,
        };

    private T Reading<T>(Func<T> read)
    {
        turn.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            turn.ExitReadLock();
        }
    }

    private void Changing(Action change)
    {
        turn.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            turn.ExitWriteLock();
        }
    }
}
