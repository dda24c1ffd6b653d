package org.parvis.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTests {

    private final Memory laptop = new Memory(4_096);
    private final Memory server = new Memory(24_105);

    @Test
    void aPartGrowsWithTheMachineAndEndsSomewhere() {
        assertThat(laptop.part(16, 128, 1024)).isEqualTo("256MB");
        assertThat(server.part(16, 128, 1024)).isEqualTo("1024MB");
    }

    @Test
    void aSmallMachineGivesTheLeast() {
        assertThat(laptop.part(1024, 4, 16)).isEqualTo("4MB");
        assertThat(new Memory(1_000).part(16, 128, 1024)).isEqualTo("128MB");
    }

    @Test
    void theMachineHasSome() {
        assertThat(Memory.ofTheMachine().megabytes()).isGreaterThan(500);
    }
}
