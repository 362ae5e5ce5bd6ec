package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aTableThatFitsIsAsWideAsItsCells() {
        Table table = new Table("who", "what");
        table.row("Anders Nyström", "rollout");
        assertThat(table.lines(80))
                .containsExactly("who             what", "-----------------------", "Anders Nyström  rollout");
    }

    @Test
    void theWidestColumnGivesWayAndSaysSo() {
        Table table = new Table("id", "about");
        table.row("web-1041", "a maintenance manager chases false alarms");
        assertThat(table.lines(30)).last().isEqualTo("web-1041  a maintenance manag…");
    }

    @Test
    void noLineIsWiderThanTheScreenInAnyScript() {
        Table table = new Table("account", "visitor", "about");
        table.row("青岛海蓝食品有限公司", "马静", "中文：食品厂的设备工程师咨询冷库方案");
        table.row("Kavir Tile Co.", "مهدی رستگار", "فارسی: مدیر فنی دربارهٔ دمای کوره می‌پرسد");
        assertThat(table.lines(40)).allSatisfy(line -> assertThat(new AttributedString(line).columnLength())
                .isLessThanOrEqualTo(40));
    }

    @Test
    void columnsStayReadableOnAScreenThatIsTooNarrow() {
        Table table = new Table("account", "visitor");
        table.row("Bergslag Steel AB", "Anders Nyström");
        assertThat(table.lines(5)).last().isEqualTo("Bergs…  Ander…");
    }
}
