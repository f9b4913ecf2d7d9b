using System.Text;
using System.Text.Json.Nodes;
using Mingzhang.Publishing.Views;

namespace Mingzhang.Publishing.Tests.Views;

public class DisclosureViewJsonTests
{
    [Fact]
    public void A_view_that_was_kept_before_there_were_goals_is_read()
    {
        var view = new DisclosureView { Kind = "budget", Year = 2023, Title = "某局预算", Edition = "budget/wuhan/2023", AmountUnit = "万元", Check = new PublishedCheck() };
        JsonObject json = JsonNode.Parse(DisclosureViewJson.Write(view))!.AsObject();
        Assert.True(json.Remove("goals"));
        Assert.Empty(DisclosureViewJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString())).Goals);
    }
}
