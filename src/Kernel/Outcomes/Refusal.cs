namespace Suiying.Kernel;

/// <summary>Why an action was refused, in the way the HTTP edge needs to know it.</summary>
public enum RefusalKind
{
    /// <summary>The input is malformed or incomplete; <see cref="Refusal.Fields"/> says where. HTTP 400.</summary>
    Invalid,

    /// <summary>The actor may not do this. HTTP 403.</summary>
    Forbidden,

    /// <summary>There is no such thing, or the actor may not know that there is. HTTP 404.</summary>
    NotFound,

    /// <summary>The thing is in a state, or was changed, so that the action does not apply. HTTP 409.</summary>
    Conflict,

    /// <summary>Too many attempts. HTTP 429.</summary>
    TooMany,
}

/// <summary>One field that is wrong, what is wrong with it and what would be right.</summary>
/// <param name="Field">The field's name as in the form or JSON.</param>
/// <param name="Problem">A sentence for the person who filled it in.</param>
public sealed record FieldProblem(string Field, Phrase Problem);

/// <summary>
/// An expected "no": a value, not an exception. Modules derive named refusals from it, so that the vocabulary of a module's refusals
/// can be read on one page.
/// </summary>
/// <param name="Kind">How the edge answers.</param>
/// <param name="Code">Stable, snake_case; clients and tests rely on it.</param>
/// <param name="Text">What happened and what to do, for a person.</param>
public record Refusal(RefusalKind Kind, string Code, Phrase Text)
{
    /// <summary>The fields at fault; empty unless <see cref="RefusalKind.Invalid"/>.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    public static Refusal Invalid(params IEnumerable<FieldProblem> fields)
    {
        var list = fields.ToList();
        return new Refusal(RefusalKind.Invalid, "invalid", string.Join(' ', list.Select(f => f.Problem))) { Fields = list };
    }
}

/// <summary>The actor's role, unit or area does not allow the action.</summary>
public sealed record NotAllowed(Phrase? Says = null) : Refusal(RefusalKind.Forbidden, "not_allowed", Says ?? "您没有权限进行此操作。");

/// <summary>There is no such thing, or the actor may not know of it: both look the same.</summary>
public sealed record NotFound(Phrase? Says = null) : Refusal(RefusalKind.NotFound, "not_found", Says ?? "没有找到，或您无权查看。");
