using System.Collections;

namespace Suiying.Channels.Model;

/// <summary>What is answered, before it is XML or JSON. A list is a bare array in JSON and has a root in XML.</summary>
/// <param name="Root">Name of the XML root.</param>
/// <param name="Content"><see cref="Fields"/> or <see cref="Items"/>.</param>
internal sealed record Answer(string Root, object Content)
{
    public static Answer OfRequests(IEnumerable<Fields> requests) => new("service_requests", new Items("request", [.. requests]));

    public static Answer OfUpdates(IEnumerable<Fields> updates) =>
        new("service_request_updates", new Items("request_update", [.. updates]));

    /// <summary>The errors of a refusal, each with the code of the answer.</summary>
    public static Answer OfErrors(Refusal refusal, int status)
    {
        Fields Error(string text) => new() { { "code", $"{status}" }, { "description", text } };
        return refusal.Fields.Count == 0
            ? new Answer("errors", new Items("error", [Error(refusal.Text)]))
            : new Answer("errors", new Items("error", [.. refusal.Fields.Select(f => Error($"{f.Field}：{f.Problem}"))]));
    }
}

/// <summary>An object: members in order. Values are text, bool, int, double, null, <see cref="Fields"/> or <see cref="Items"/>.</summary>
internal sealed class Fields : IEnumerable<(string Name, object? Value)>
{
    private readonly List<(string, object?)> members = [];

    public void Add(string name, object? value) => members.Add((name, value));

    public IEnumerator<(string Name, object? Value)> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A list and what each of its elements is called in XML.</summary>
internal sealed record Items(string Name, IReadOnlyList<object?> Values);
