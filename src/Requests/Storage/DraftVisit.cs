using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>One visit of a page of the journey: whose draft, what was posted, and which page comes next.</summary>
public sealed class DraftVisit(RequestDrafts drafts, NavigationManager navigation)
{
    public Guid? Id { get; private set; }

    public DraftContent? Draft { get; private set; }

    /// <summary>What was posted; null on a first look.</summary>
    public IFormCollection? Form { get; private set; }

    /// <summary>True where the page was posted with this button.</summary>
    public bool Pressed(string step) => Form?["step"].ToString() == step;

    /// <summary>A posted field, else the answer kept before.</summary>
    public string? Value(string field, string? kept) => Form is null ? kept : Form[field].ToString();

    public bool Ticked(string field, bool kept) => Form is null ? kept : Form[field] == "yes";

    /// <summary>
    /// Reads the draft and the posted fields. False where the visitor is sent to another page: to the first question without an answer.
    /// </summary>
    public async Task<bool> Begin(HttpContext http, DraftStep page)
    {
        Id = TokenCookie.Draft.Read(http);
        Draft = await drafts.Find(Id, http.RequestAborted);
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType)
            Form = await http.Request.ReadFormAsync(http.RequestAborted);
        // Answers are personal: nothing between here and the person keeps the page.
        http.Response.Headers.CacheControl = "no-store";
        var next = Draft?.Next ?? DraftStep.Matter;
        if (Form is not null || page <= next && (next == DraftStep.Receipt) == (page == DraftStep.Receipt))
            return true;
        // A receipt does not stand in the way of a new matter.
        if (page == DraftStep.Matter)
        {
            (Id, Draft) = (null, null);
            return true;
        }
        navigation.NavigateTo(DraftPaths.Of(next));
        return false;
    }

    /// <summary>Remembers whose draft it is and goes on.</summary>
    public void GoOn(HttpContext http, Guid id, DraftContent draft)
    {
        TokenCookie.Draft.Write(http, id);
        navigation.NavigateTo(DraftPaths.Of(draft.Next));
    }

    /// <summary>The draft as it has just been kept, where the same page is shown again.</summary>
    public void Replace(DraftContent draft) => Draft = draft;

    public void GoOn(DraftContent draft) => navigation.NavigateTo(DraftPaths.Of(draft.Next));
}
