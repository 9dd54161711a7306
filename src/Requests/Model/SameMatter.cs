using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// 同一事项: what several requests are about. It hides nobody: each request keeps its person, its clock, its answer and its callback; the
/// matter only says that they belong together, so that they can be seen, dispatched and answered together.
/// </summary>
public sealed class SameMatter
{
    private SameMatter() { }

    public SameMatter(string title, Actor by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        (Title, ByName, At) = (title, by.Name, at);
    }

    public Guid Id { get; private set; }

    /// <summary>For staff only; at most <see cref="ServiceRequest.LongestTitle"/> characters.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Who first said that two requests are about one thing.</summary>
    public string ByName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>The request whose title it had is erased.</summary>
    internal void Rename(string title) => Title = title;
}

/// <summary>People and requests of one matter, counted apart: two requests of one person are two requests and one person.</summary>
/// <param name="Requests">件: how many requests.</param>
/// <param name="People">人: how many persons; an imported request without a person counts as one.</param>
/// <param name="MeToo">我也遇到: how many others said so and have no request of their own in it.</param>
/// <param name="Open">Requests in which somebody still owes something.</param>
/// <param name="Solved">Requests whose person says that it is solved.</param>
public sealed record MatterCount(int Requests, int People, int MeToo, int Open, int Solved)
{
    public static MatterCount Of(IReadOnlyCollection<MatterMember> members, IEnumerable<MatterVoice> voices)
    {
        var persons = members.Select(m => m.Person).OfType<Guid>().ToHashSet();
        var others = voices
            .Where(v => v.Person is not { } person || !persons.Contains(person))
            .DistinctBy(v => v.Person?.ToString() ?? v.Mark);
        return new MatterCount(
            members.Count,
            persons.Count + members.Count(m => m.Person is null),
            others.Count(),
            members.Count(m => !m.Ended),
            members.Count(m => m.Solved == Model.Solved.Yes)
        );
    }
}

/// <summary>What is counted of a request of a matter.</summary>
public sealed record MatterMember(RequestId Request, Guid Matter, Guid? Person, bool Ended, Solved? Solved, DateTimeOffset? DueAt);

/// <summary>Somebody who said 我也遇到 of one of its requests.</summary>
/// <param name="Matter">Of which matter.</param>
/// <param name="Person">Null where they had not signed in.</param>
/// <param name="Mark">The browser's mark, of that request only: the same browser at another request counts again.</param>
public sealed record MatterVoice(Guid Matter, Guid? Person, string Mark);
